package bad;

import dev.deft.annotation.*;

class Deft082 {
    @RateLimit(value = 1, per = "365d", burst = 100)
    //                          ^ DEFT082
    void run() {}
}
