package dev.deft.samples.orders;

/** Something broke and the order is not booked: it may be sent again. */
public final class PaymentFailedException extends PaymentException {
    private static final long serialVersionUID = 1L;

    PaymentFailedException(PaymentOrder order, Throwable cause) {
        super(order.id() + " failed and is not booked", cause);
    }
}
