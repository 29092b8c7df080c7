package bad;

import dev.deft.annotation.*;

class Deft019 {
    @Limit(value = 2, maxKeys = 100)
    //                          ^ DEFT019
    void run(String tenant) {}
}
