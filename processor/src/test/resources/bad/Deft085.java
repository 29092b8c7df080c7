package bad;

import dev.deft.annotation.*;

class Deft085 {
    @Hedge(after = "50ms")
    // column 5: DEFT085
    @Locked
    int run() {
        return 1;
    }
}
