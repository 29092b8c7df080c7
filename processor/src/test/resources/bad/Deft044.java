package bad;

import dev.deft.annotation.*;

class Deft044 {
    @Retry
    // column 5: DEFT044
    void run() {}
}

class Deft044Tasks {}
