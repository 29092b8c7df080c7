package bad;

import dev.deft.annotation.*;

class Deft101 {
    @CircuitBreaker(window = 0)
    //                       ^ DEFT101
    void emptyWindow() {}

    @CircuitBreaker(trialCalls = 0)
    //                           ^ DEFT101
    void noTrial() {}

    @CircuitBreaker(minCalls = -1)
    //                         ^ DEFT101
    void negative() {}
}
