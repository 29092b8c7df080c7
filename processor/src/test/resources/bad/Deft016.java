package bad;

import dev.deft.annotation.*;

class Deft016 {
    @Retry(backoff = Backoff.CONSTANT, factor = 3)
    //                                          ^ DEFT016
    void constant() {}

    @Retry(delay = "1s", delayFrom = "after")
    //             ^ DEFT016
    void computed() {}

    java.time.Duration after(Throwable failure) {
        return java.time.Duration.ofSeconds(1);
    }
}
