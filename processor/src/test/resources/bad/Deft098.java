package bad;

import static dev.deft.annotation.Overlap.QUEUE;

import dev.deft.annotation.*;

class Deft098 {
    @Scheduled(delay = "1s", overlap = QUEUE)
    //                                 ^ DEFT098
    void poll() {}
}
