package bad;

import dev.deft.annotation.*;

class Deft052 {
    @Deferred
    // column 5: DEFT052
    void run() {}
}
