package dev.deft.samples.orders;

/** The order is not booked and never will be: sending it again does not help. */
public final class PaymentRefusedException extends PaymentException {
    private static final long serialVersionUID = 1L;

    PaymentRefusedException(PaymentOrder order, String reason) {
        super(order.id() + " is refused: " + reason);
    }
}
