package bad;

import dev.deft.TaskContext;
import dev.deft.annotation.*;

class Deft074 {
    @Limit(value = 2, key = "context.id")
    //                      ^ DEFT074
    void run(String tenant, TaskContext context) {}
}
