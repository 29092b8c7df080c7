package bad;

import dev.deft.annotation.*;

class Deft015 {
    @Limit(value = 1, maxWait = "0", maxQueue = 5)
    //                                          ^ DEFT015
    void run() {}

    @AdaptiveLimit(maxWait = "0", maxQueue = 5)
    //                                       ^ DEFT015
    void adapt() {}
}
