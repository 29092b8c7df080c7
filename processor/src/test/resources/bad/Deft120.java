package bad;

import dev.deft.annotation.*;

class Deft120 {
    @Deadline("2s")
    @Retry
    @Timeout("2s")
    //       ^ DEFT120
    void same() {}

    @Deadline("2s")
    @Timeout("1s")
    void shorter() {}

    @Nesting({Word.TIMEOUT, Word.DEADLINE})
    @Deadline("2s")
    @Timeout("3s")
    void around() {}
}
