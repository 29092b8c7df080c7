package bad;

import dev.deft.annotation.*;

@Retry
// column 1: DEFT061
@interface Deft061 {}
