package bad;

import dev.deft.annotation.*;

class Deft023 {
    @Fallback("queued")
    //        ^ DEFT023
    String charge(String order, int amount) {
        return order;
    }

    String queued(String order) {
        return "queued";
    }

    String queued(int amount) {
        return "queued";
    }

    @Recover("late")
    //       ^ DEFT023
    void narrow() {}

    void late(IllegalStateException failure) {}

    void late(IllegalArgumentException failure) {}

    @Deferred("log")
    //        ^ DEFT023
    void logged(String line, int count) {}

    void log(CharSequence line) {}

    void log(String other) {}
}
