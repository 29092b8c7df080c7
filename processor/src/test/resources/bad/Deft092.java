package bad;

import dev.deft.TaskContext;
import dev.deft.annotation.*;

class Deft092 {
    @Async
    @Batch
    // column 5: DEFT092
    String send(String address, int copies) {
        return address;
    }

    @Async
    @Batch
    // column 5: DEFT092
    String flush(TaskContext context) {
        return "";
    }
}
