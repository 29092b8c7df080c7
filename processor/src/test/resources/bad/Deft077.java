package bad;

import dev.deft.annotation.*;

class Deft077 {
    record Order(long cents, String name, char letter, Double share) {}

    @Limit(value = 2, weight = "order.cents")
    //                         ^ DEFT077
    void ofLong(Order order) {}

    @Limit(value = 2, weight = "order.name")
    //                         ^ DEFT077
    void ofString(Order order) {}

    @Limit(value = 2, weight = "order.letter")
    //                         ^ DEFT077
    void ofChar(Order order) {}

    @Limit(value = 2, weight = "order.share")
    //                         ^ DEFT077
    void ofDouble(Order order) {}

    @Limit(value = 2, weight = "order")
    //                         ^ DEFT077
    void ofRecord(Order order) {}
}
