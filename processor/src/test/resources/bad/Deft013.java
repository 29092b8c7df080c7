package bad;

import dev.deft.annotation.*;

class Deft013 {
    @Limit(0)
    //     ^ DEFT013
    void none() {}

    @AdaptiveLimit(min = 0)
    //                   ^ DEFT013
    void noMinimum() {}

    @Limit(2)
    @Limit(value = -1, name = "shared")
    //             ^ DEFT013
    void repeated() {}
}
