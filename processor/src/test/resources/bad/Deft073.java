package bad;

import dev.deft.annotation.*;

class Deft073 {
    @Limit(value = 2, key = "tenat")
    //                      ^ DEFT073
    void mistyped(String tenant, int size) {}

    @Limit(value = 2, key = "tenant")
    //                      ^ DEFT073
    void none() {}
}
