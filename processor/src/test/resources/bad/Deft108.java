package bad;

import dev.deft.annotation.*;

class Deft108 {
    @CircuitBreaker(window = 2147483647)
    //                       ^ DEFT108
    void called() {}

    @CircuitBreaker(window = Integer.MAX_VALUE, windowTime = "1m")
    void timed() {}
}
