package bad;

import dev.deft.annotation.*;

class Deft005 {
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
