package bad;

import dev.deft.annotation.*;

class Deft017 {
    @Limit(value = 2, name = "db")
    void read() {}

    @Limit(value = 3, name = "db")
    //                       ^ DEFT017
    void write() {}
}
