package dev.deft.samples.quickstart;

/** Where payments go; far away, so it fails now and then. */
public interface CardNetwork {
    /** Charges the order's card. */
    Receipt charge(Order order) throws PaymentException;
}
