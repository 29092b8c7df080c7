package bad;

import dev.deft.annotation.*;

@interface Deft071 {
    @Retry
    // column 5: DEFT071
    int value();
}
