package bad;

import dev.deft.TaskContext;
import dev.deft.annotation.*;

class Deft065 {
    @Retry
    // column 5: DEFT065
    void run(String order, TaskContext context) {}

    @Retry
    void run(String order) {}
}
