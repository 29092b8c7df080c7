package bad;

import dev.deft.annotation.*;

class Deft105 {
    @AdaptiveLimit(min = 50, max = 10)
    //                             ^ DEFT105
    void crossed() {}

    @AdaptiveLimit(min = 500)
    //                   ^ DEFT105
    void aboveTheDefault() {}
}
