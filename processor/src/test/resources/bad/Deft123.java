package bad;

import dev.deft.annotation.*;

class Deft123 {
    @Retry(attempts = Retry.UNLIMITED)
    //                     ^ DEFT123
    void endless() {}

    @Retry(attempts = Retry.UNLIMITED)
    @Deadline("1h")
    void bounded() {}

    @Nesting({Word.TIMEOUT, Word.RETRY})
    @Retry(attempts = Retry.UNLIMITED)
    @Timeout("1h")
    void timed() {}
}
