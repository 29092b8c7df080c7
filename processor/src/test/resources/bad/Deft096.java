package bad;

import dev.deft.annotation.*;

class Deft096 {
    @Scheduled(every = "1s")
    // column 5: DEFT096
    void poll(String source) {}
}
