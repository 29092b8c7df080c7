package bad;

import dev.deft.annotation.*;

class Deft097 {
    @Scheduled(every = "1s")
    // column 5: DEFT097
    void poll() {}

    @Retry
    void schedulePoll() {}
}
