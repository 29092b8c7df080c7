package bad;

import dev.deft.annotation.*;

class Deft028 {
    @Fallback("queued")
    //        ^ DEFT028
    static String charge(String order) {
        return order;
    }

    String queued(String order) {
        return "queued";
    }
}
