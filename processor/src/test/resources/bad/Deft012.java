package bad;

import dev.deft.annotation.*;

class Deft012 {
    @Retry(attempts = 0)
    //                ^ DEFT012
    void none() {}

    @Retry(attempts = -2)
    //                ^ DEFT012
    void negative() {}
}
