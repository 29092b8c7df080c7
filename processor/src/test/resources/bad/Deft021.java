package bad;

import dev.deft.annotation.*;

class Deft021 {
    @Fallback("queued")
    //        ^ DEFT021
    String charge(String order) {
        return order;
    }

    private String queued(String order) {
        return "queued";
    }
}
