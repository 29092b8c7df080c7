package bad;

import dev.deft.annotation.*;

class Deft091 {
    @Batch
    // column 5: DEFT091
    String send(String address) {
        return address;
    }
}
