package bad;

import dev.deft.annotation.*;

class Deft003 {
    @Timeout("-2s")
    //       ^ DEFT003
    void units() {}

    @Deadline("PT-2S")
    //        ^ DEFT003
    void iso() {}

    @Retry(maxDelay = "-1")
    //                ^ DEFT003
    void bare() {}
}
