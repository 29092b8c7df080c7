package bad;

import dev.deft.annotation.*;

class Deft081 {
    @RateLimit(value = 10, burst = -1)
    //                             ^ DEFT081
    void run() {}
}
