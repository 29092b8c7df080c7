package bad;

import dev.deft.annotation.*;

@Tasks(as = Object.class)
//                ^ DEFT047
class Deft047 {
    @Retry
    void run() {}
}
