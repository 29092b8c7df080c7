package bad;

import dev.deft.annotation.*;

class Deft083 {
    @Locked(mode = LockMode.READ)
    //                     ^ DEFT083
    void read() {}

    @Locked(mode = LockMode.READ)
    void readToo() {}

    @Locked
    static void write() {}

    @Locked(value = "elsewhere", mode = LockMode.READ)
    void shared() {}
}
