package subclasses;

import dev.deft.annotation.*;

class Above {
    @Limit(3)
    protected int size() {
        return 1;
    }
}
