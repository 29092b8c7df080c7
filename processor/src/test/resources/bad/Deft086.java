package bad;

import dev.deft.annotation.*;

class Deft086 {
    @Worker(0)
    //      ^ DEFT086
    void print(String page) {}
}
