package bad;

import dev.deft.annotation.*;

class Deft125 {
    @Hedge(after = "50ms")
    // column 5: DEFT125
    void send() {}

    @Hedge(after = "50ms")
    int ask() {
        return 1;
    }
}
