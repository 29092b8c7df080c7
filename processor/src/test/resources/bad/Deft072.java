package bad;

import dev.deft.annotation.*;

class Deft072 {
    @Limit(value = 2, key = "tenant..id")
    //                      ^ DEFT072
    void gap(String tenant) {}

    @Limit(value = 2, key = ".tenant")
    //                      ^ DEFT072
    void beginning(String tenant) {}

    @Limit(value = 2, key = "tenant.")
    //                      ^ DEFT072
    void end(String tenant) {}

    @Limit(value = 2, weight = "tenant.length()")
    //                         ^ DEFT072
    void parentheses(String tenant) {}

    @Limit(value = 2, key = " ")
    //                      ^ DEFT072
    void blank(String tenant) {}
}
