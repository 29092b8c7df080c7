package bad;

import dev.deft.annotation.*;

class Deft045 {
    static class Inner {
        @Retry
        void run() {}
    }
}

class Deft045_Inner {
    @Retry
    // column 5: DEFT045
    void run() {}
}
