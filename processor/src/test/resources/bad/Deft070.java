package bad;

import dev.deft.annotation.*;

class Deft070 {
    @Anywhere
    // column 5: DEFT070
    Deft070() {}

    @Anywhere
    // column 5: DEFT070
    int field;
}

@TaskPolicy
@Retry
@interface Anywhere {}
