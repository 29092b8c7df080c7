package bad;

import dev.deft.annotation.*;

class Deft056 {
    @Retry(on = IllegalStateException.class, except = RuntimeException.class)
    //                                                                ^ DEFT056
    void run() {}
}
