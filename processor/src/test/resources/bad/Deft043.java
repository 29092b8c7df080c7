package bad;

import dev.deft.annotation.*;

class Deft043<T> {
    class Inner<T> {
        @Retry
        // column 9: DEFT043
        void run(T value) {}
    }
}
