package bad;

import dev.deft.annotation.*;

@TaskPolicy
// column 1: DEFT059
@Deft059.Other
@interface Deft059 {
    @TaskPolicy
    // column 5: DEFT059
    @Deft059
    @interface Other {}
}
