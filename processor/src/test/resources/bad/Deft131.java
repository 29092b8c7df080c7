package bad;

import dev.deft.annotation.*;

class Deft131 {
    @Nesting({Word.LOCKED, Word.RETRY})
    //       ^ DEFT131
    @Locked
    @Retry(attempts = Retry.UNLIMITED, whileResult = "isPending")
    String held() {
        return "";
    }

    @Locked
    @Retry(attempts = Retry.UNLIMITED, whileResult = "isPending")
    String released() {
        return "";
    }

    @Nesting({Word.LOCKED, Word.RETRY})
    @Locked
    @Retry(whileResult = "isPending")
    String fewAttempts() {
        return "";
    }

    @Deadline("1m")
    @Nesting({Word.LOCKED, Word.RETRY})
    @Locked
    @Retry(attempts = Retry.UNLIMITED, whileResult = "isPending")
    String bounded() {
        return "";
    }

    boolean isPending(String result) {
        return result.isEmpty();
    }
}
