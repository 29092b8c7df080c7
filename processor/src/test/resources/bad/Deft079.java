package bad;

import dev.deft.annotation.*;

class Deft079 {
    @RateLimit(0)
    //         ^ DEFT079
    void run() {}
}
