package bad;

import dev.deft.annotation.*;

class Deft002 {
    @Timeout("5")
    //       ^ DEFT002
    void run() {}

    @Limit(value = 1, maxWait = "250")
    //                          ^ DEFT002
    void limited() {}
}
