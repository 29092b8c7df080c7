package bad;

import dev.deft.annotation.*;

class Deft126 {
    @Nesting({Word.LIMIT, Word.RETRY})
    //       ^ DEFT126
    @Limit(10)
    @Retry
    @Timeout("2s")
    void outside() {}

    @Nesting({Word.LIMIT, Word.RETRY})
    @Limit(value = 10, maxWait = "1s")
    @Retry
    @Timeout("2s")
    void bounded() {}

    @Nesting({Word.LIMIT, Word.RETRY})
    @Limit(10)
    @Retry
    @Timeout("2s")
    @Deadline("1m")
    void bothSides() {}

    @Async
    @Nesting({Word.LIMIT, Word.RETRY})
    @Limit(10)
    @Retry
    @Timeout("2s")
    void nobodyWaits() {}

    @Nesting({Word.LIMIT, Word.TIMEOUT})
    @Limit(10)
    @Retry
    @Timeout("2s")
    void bothNamed() {}

    @Limit(10)
    void plain() {}

    @Limit(10)
    @Timeout("2s")
    void inside() {}
}
