package bad;

import dev.deft.annotation.*;

class Deft029 {
    @Retry(whileResult = "isPending")
    //                   ^ DEFT029
    void poll() {}

    boolean isPending() {
        return false;
    }
}
