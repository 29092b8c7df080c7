package bad;

import dev.deft.TaskContext;
import dev.deft.annotation.*;

class Deft067 {
    @Override
    @Async
    // column 5: DEFT067
    public String toString() {
        return "";
    }

    @Retry
    // column 5: DEFT067
    void hashCode(TaskContext context) {}
}
