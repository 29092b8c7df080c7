package dev.deft.samples.orders;

/** Why an order was not booked, as far as one can tell; each subclass says what the sender may do about it. */
public abstract sealed class PaymentException extends Exception
        permits PaymentRefusedException, PaymentFailedException, PaymentInDoubtException {
    private static final long serialVersionUID = 1L;

    PaymentException(String message) {
        super(message);
    }

    PaymentException(String message, Throwable cause) {
        super(message, cause);
    }
}
