package bad;

import dev.deft.annotation.*;

class Deft004 {
    @Timeout("200000d")
    //       ^ DEFT004
    void units() {}

    @Deadline("PT99999999999999999999H")
    //        ^ DEFT004
    void iso() {}
}
