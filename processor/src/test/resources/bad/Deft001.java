package bad;

import dev.deft.annotation.*;

class Deft001 {
    @Timeout("")
    //       ^ DEFT001
    void empty() {}

    @Retry(delay = "  ")
    //             ^ DEFT001
    void blank() {}
}
