package bad;

import dev.deft.annotation.*;

class Deft018 {
    @Limit(value = 2, key = "tenant", maxKeys = 0)
    //                                          ^ DEFT018
    void run(String tenant) {}
}
