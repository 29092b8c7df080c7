package bad;

import dev.deft.annotation.*;

class Deft100 {
    @CircuitBreaker(failureRate = 0)
    //                            ^ DEFT100
    void never() {}

    @CircuitBreaker(failureRate = 50)
    //                            ^ DEFT100
    void percent() {}

    @CircuitBreaker(slowCall = "1s", slowRate = Double.NaN)
    //                                                ^ DEFT100
    void noNumber() {}
}
