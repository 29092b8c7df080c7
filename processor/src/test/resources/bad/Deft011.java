package bad;

import dev.deft.annotation.*;

class Deft011 {
    @Retry(delay = "5m")
    //             ^ DEFT011
    void run() {}
}
