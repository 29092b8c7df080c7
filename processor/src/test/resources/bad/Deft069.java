package bad;

import dev.deft.annotation.*;

class Deft069 {
    @Retry
    // column 5: DEFT069
    // column 5: compiler
    Missing charge() {
        return null;
    }
}
