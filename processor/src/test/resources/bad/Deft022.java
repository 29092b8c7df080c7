package bad;

import dev.deft.annotation.*;

class Deft022 {
    @Fallback("queued")
    //        ^ DEFT022
    String charge(String order) {
        return order;
    }

    String queued(int number) {
        return "queued";
    }

    @Fallback("twice")
    //        ^ DEFT022
    String twice() {
        return "itself";
    }
}
