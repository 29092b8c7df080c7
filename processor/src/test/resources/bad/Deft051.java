package bad;

import dev.deft.Defer;
import dev.deft.annotation.*;

class Deft051 {
    @Deferred
    // column 5: DEFT051
    void run(Defer first, Defer second) {}
}
