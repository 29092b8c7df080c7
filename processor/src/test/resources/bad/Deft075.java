package bad;

import dev.deft.annotation.*;
import java.util.List;

class Deft075 {
    record Customer(String name) {
        static String registry() {
            return "";
        }

        void touch() {}

        String nameIn(String language) {
            return name;
        }
    }

    record Order(Customer customer, int size) {}

    @Limit(value = 2, key = "order.custmer.name")
    //                      ^ DEFT075
    void mistyped(Order order) {}

    @Limit(value = 2, key = "order.size.value")
    //                      ^ DEFT075
    void ofPrimitive(Order order) {}

    @Limit(value = 2, key = "order.customer.registry")
    //                      ^ DEFT075
    void ofTheClass(Order order) {}

    @Limit(value = 2, key = "order.customer.touch")
    //                      ^ DEFT075
    void withoutValue(Order order) {}

    @Limit(value = 2, key = "order.customer.nameIn")
    //                      ^ DEFT075
    void withParameter(Order order) {}

    @Limit(value = 2, weight = "orders.length")
    //                         ^ DEFT075
    void lengthOfList(List<Order> orders) {}
}
