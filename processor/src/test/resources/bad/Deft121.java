package bad;

import dev.deft.annotation.*;

class Deft121 {
    @Deadline("5s")
    //        ^ DEFT121
    @Retry(attempts = 5, delay = "1s")
    @Timeout("2s")
    void beyond() {}

    @Deadline("25s")
    @Retry(attempts = 5, delay = "1s")
    @Timeout("2s")
    void exact() {}

    @Deadline("5s")
    @Retry(attempts = 5, delay = "1s")
    void unknown() {}
}
