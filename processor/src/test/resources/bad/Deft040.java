package bad;

import dev.deft.annotation.*;

class Deft040 {
    @Retry
    // column 5: DEFT040
    private void charge() {}

    void use() {
        this.charge();
    }
}
