package bad;

import dev.deft.annotation.*;

class Deft042 {
    private static class Hidden {
        @Retry
        // column 9: DEFT042
        void run() {}

        static class Within {
            @Retry
            // column 13: DEFT042
            void run() {}
        }
    }
}
