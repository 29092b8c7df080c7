package bad;

import dev.deft.annotation.*;

class Deft058 {
    @Patient
    @Hasty
    // column 5: DEFT058
    void run() {}

    @Patient
    @Hasty
    @Retry(attempts = 4)
    void settled() {}
}

@TaskPolicy
@Retry(attempts = 9)
@interface Patient {}

@TaskPolicy
@Retry(attempts = 2)
@interface Hasty {}
