package bad;

import dev.deft.annotation.*;

class Deft104 {
    @Hedge(after = "1s", max = 0)
    //                         ^ DEFT104
    int none() {
        return 1;
    }
}
