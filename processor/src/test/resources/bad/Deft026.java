package bad;

import dev.deft.annotation.*;

class Deft026 {
    @Retry(delayFrom = "millis")
    //                 ^ DEFT026
    void run() {}

    long millis(Throwable failure, int attempt) {
        return attempt * 100L;
    }
}
