package bad;

import dev.deft.annotation.*;

class Deft010 {
    @Retry(factor = 0.5)
    //              ^ DEFT010
    void small() {}

    @Retry(factor = Double.NaN)
    //                    ^ DEFT010
    void none() {}

    @Retry(factor = Double.POSITIVE_INFINITY)
    //                    ^ DEFT010
    void infinite() {}
}
