package bad;

import dev.deft.annotation.*;

class Deft078 {
    @Limit(value = 2, key = "id")
    //                      ^ DEFT078
    void run(byte[] id) {}
}
