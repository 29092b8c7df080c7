package dev.deft.samples.quickstart;

/** The card network did not take the payment. */
public class PaymentException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure with a reason. */
    public PaymentException(String message) {
        super(message);
    }
}
