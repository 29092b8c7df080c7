package bad;

import dev.deft.annotation.*;

class Deft032 {
    Runnable task() {
        return new Runnable() {
            @Override
            @Retry
            // column 13: DEFT032
            public void run() {}
        };
    }

    void local() {
        class Local {
            @Timeout("1s")
            // column 13: DEFT032
            void run() {}
        }
        new Local().run();
    }
}
