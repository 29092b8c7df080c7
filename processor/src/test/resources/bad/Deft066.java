package bad;

import dev.deft.TaskContext;
import dev.deft.annotation.*;

class Deft066 {
    @Retry
    // column 5: DEFT066
    void notify(TaskContext context) {}
}
