package bad;

import dev.deft.annotation.*;

class Deft054 {
    @Retry
    @Nesting(Word.RETRY)
    //           ^ DEFT054
    void run() {}
}
