package bad;

import dev.deft.annotation.*;

class Deft020 {
    @Fallback("qeued")
    //        ^ DEFT020
    String charge(String order) {
        return order;
    }

    String queued(String order) {
        return "queued";
    }

    @Deferred({"close", "unlock"})
    //                  ^ DEFT020
    void run() {}

    void close() {}

    @Recover("")
    //       ^ DEFT020
    void nameless() {}
}
