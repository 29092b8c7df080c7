package bad;

import dev.deft.annotation.*;

@Tasks(name = "of course")
//            ^ DEFT046
class Deft046 {
    @Retry
    void run() {}
}
