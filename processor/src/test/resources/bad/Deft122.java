package bad;

import dev.deft.annotation.*;

class Deft122 {
    @Retry(delay = "5s", maxDuration = "2s")
    //                                 ^ DEFT122
    void never() {}

    @Retry(delay = "5s", maxDuration = "2s", jitter = Jitter.FULL)
    void perhaps() {}

    @Retry(delay = "1s", maxDuration = "2s")
    void once() {}
}
