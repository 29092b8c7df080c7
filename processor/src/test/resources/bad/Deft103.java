package bad;

import dev.deft.annotation.*;

class Deft103 {
    @Hedge(after = "p100")
    //             ^ DEFT103
    int all() {
        return 1;
    }

    @Hedge(after = "p0")
    //             ^ DEFT103
    int none() {
        return 1;
    }

    @Hedge(after = "P95")
    //             ^ DEFT103
    int capital() {
        return 1;
    }

    @Hedge(after = "95%")
    //             ^ DEFT103
    int percent() {
        return 1;
    }

    @Hedge(after = "p95th")
    //             ^ DEFT103
    int ordinal() {
        return 1;
    }

    @Hedge(after = "50")
    //             ^ DEFT002
    int duration() {
        return 1;
    }
}
