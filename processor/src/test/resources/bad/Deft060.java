package bad;

import dev.deft.annotation.*;

@TaskPolicy
// column 1: DEFT060
@interface Deft060 {}
