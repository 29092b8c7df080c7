package bad;

import dev.deft.annotation.*;

class Deft057 {
    @Retry(on = {})
    //          ^ DEFT057
    void run() {}
}
