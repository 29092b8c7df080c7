package bad;

import dev.deft.annotation.*;

interface Deft049 {
    @Async
    // column 5: DEFT049
    String charge(String order);

    @Deferred
    // column 5: DEFT049
    void run(dev.deft.Defer defer);
}
