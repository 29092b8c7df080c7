package bad;

import dev.deft.annotation.*;

class Deft055 {
    @Retry
    @Nesting({Word.TIMEOUT, Word.RETRY})
    //       ^ DEFT055
    void run() {}
}
