package bad;

import dev.deft.annotation.*;

class Deft031 {
    @Retry
    String charge(String order) {
        return order;
    }

    String chargeAll(String orders) {
        return charge(orders);
        //     ^ DEFT031
    }

    java.util.function.UnaryOperator<String> charger() {
        return this::charge;
        //     ^ DEFT031
    }

    @SuppressWarnings("DEFT031")
    String quietly(String order) {
        return charge(order);
    }

    String other(Deft031 other) {
        return other.charge("of another object, which is no business of ours");
    }
}
