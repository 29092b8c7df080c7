package bad;

import dev.deft.annotation.*;

class Deft102 {
    @CircuitBreaker(window = 10, minCalls = 20)
    //                                      ^ DEFT102
    void small() {}

    @CircuitBreaker(windowTime = "10s", minCalls = 200)
    void byTime() {}

    @CircuitBreaker(windowTime = "10s", minCalls = 200, window = 20)
    //                                                           ^ DEFT016
    void idle() {}
}
