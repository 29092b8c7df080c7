package dev.deft.samples.orders;

/** Something broke, and the ledger could not be asked whether the order is booked: sending it again will tell. */
public final class PaymentInDoubtException extends PaymentException {
    private static final long serialVersionUID = 1L;

    PaymentInDoubtException(PaymentOrder order, Throwable cause) {
        super(order.id() + " failed, and nobody can tell whether it is booked", cause);
    }
}
