package bad;

import dev.deft.annotation.*;

class Deft095 {
    @Scheduled
    // column 5: DEFT095
    void never() {}

    @Scheduled(every = "1s", delay = "2s")
    // column 5: DEFT095
    void twice() {}

    @Scheduled(cron = " ")
    // column 5: DEFT095
    void blank() {}
}
