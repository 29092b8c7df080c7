package bad;

import dev.deft.annotation.*;

class Deft106 {
    @AdaptiveLimit(initial = 300)
    //                       ^ DEFT106
    void above() {}

    @AdaptiveLimit(min = 5, initial = 4)
    //                                ^ DEFT106
    void below() {}

    @AdaptiveLimit(max = 10)
    void standard() {}
}
