package bad;

import dev.deft.annotation.*;

class Deft124 {
    @CircuitBreaker(windowTime = "10s", minCalls = 100)
    //                                             ^ DEFT124
    @RateLimit(2)
    void starved() {}

    @CircuitBreaker(windowTime = "10s", minCalls = 22)
    @RateLimit(2)
    void enough() {}
}
