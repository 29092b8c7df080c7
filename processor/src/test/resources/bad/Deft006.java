package bad;

import dev.deft.annotation.*;

class Deft006 {
    @Timeout("2 sec")
    //       ^ DEFT006
    void unit() {}

    @Timeout("30s1m")
    //       ^ DEFT006
    void order() {}

    @Timeout("soon")
    //       ^ DEFT006
    void word() {}

    @Timeout("0.5ns")
    //       ^ DEFT006
    void fraction() {}
}
