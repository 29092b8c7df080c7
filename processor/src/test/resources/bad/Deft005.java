package bad;

import dev.deft.annotation.*;

class Deft005 {
    @RateLimit(value = 10, per = "0s")
    //                           ^ DEFT005
    void paced() {}

    @Timeout("0")
    //       ^ DEFT005
    void timeout() {}

    @Deadline("0ms")
    //        ^ DEFT005
    void deadline() {}

    @Retry(maxDuration = "PT0S")
    //                   ^ DEFT005
    void retry() {}
}
