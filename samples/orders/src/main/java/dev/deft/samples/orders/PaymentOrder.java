package dev.deft.samples.orders;

import java.math.BigDecimal;

/**
 * An order to move money from one account to another.
 *
 * @param id names the order, so that sending it twice books it once
 * @param from the number of the account that pays
 * @param to the number of the account that is paid
 * @param amount how much, more than zero and in whole cents
 * @param purpose what for, in the words of the one who pays
 */
public record PaymentOrder(String id, String from, String to, BigDecimal amount, String purpose) {
    public PaymentOrder {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an order needs an id");
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("from and to are the same account");
        }
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("the amount " + amount + " is not above zero");
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("the amount " + amount + " is not in whole cents");
        }
        amount = amount.setScale(2);
    }
}
