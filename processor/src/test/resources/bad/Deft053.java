package bad;

import dev.deft.annotation.*;

class Deft053 {
    @Retry
    @Timeout("1s")
    @Nesting({Word.TIMEOUT, Word.RETRY, Word.TIMEOUT})
    //       ^ DEFT053
    void run() {}
}
