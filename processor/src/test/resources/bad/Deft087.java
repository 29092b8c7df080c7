package bad;

import dev.deft.TaskContext;
import dev.deft.annotation.*;

class Deft087 {
    @Worker
    // column 5: DEFT087
    void print(String page, int copies) {}

    @Worker
    // column 5: DEFT087
    void flush(TaskContext context) {}
}
