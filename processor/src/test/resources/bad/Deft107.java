package bad;

import dev.deft.annotation.*;

class Deft107 {
    @Retry(budget = -0.5)
    //              ^ DEFT107
    void negative() {}

    @Retry(budget = 2000)
    //              ^ DEFT107
    void huge() {}

    @Retry(budget = Double.NaN)
    //                    ^ DEFT107
    void noNumber() {}

    @Retry(name = "db")
    //            ^ DEFT016
    void named() {}

    @Retry(budget = 0.2, name = "db")
    void first() {}

    @Retry(budget = 0.3, name = "db")
    //                          ^ DEFT017
    void second() {}
}
