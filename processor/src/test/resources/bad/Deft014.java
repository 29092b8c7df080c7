package bad;

import dev.deft.annotation.*;

class Deft014 {
    @Limit(value = 1, maxQueue = -1)
    //                           ^ DEFT014
    void run() {}

    @AdaptiveLimit(maxQueue = -1)
    //                        ^ DEFT014
    void adapt() {}
}
