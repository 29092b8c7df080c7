package bad;

import dev.deft.annotation.*;

class Deft093 {
    @Async(detached = true)
    @Batch
    // column 5: DEFT093
    String send(String address) {
        return address;
    }
}
