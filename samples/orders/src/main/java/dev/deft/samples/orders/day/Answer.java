package dev.deft.samples.orders.day;

import dev.deft.Task;
import dev.deft.samples.orders.PaymentException;
import dev.deft.samples.orders.PaymentFailedException;
import dev.deft.samples.orders.PaymentInDoubtException;
import dev.deft.samples.orders.PaymentRefusedException;
import dev.deft.samples.orders.Receipt;
import java.util.concurrent.CompletionException;

/** What became of one order that was sent. */
enum Answer {
    BOOKED,
    REPEATED,
    REFUSED,
    FAILED,
    IN_DOUBT;

    /** The answer to {@code sent}, waited for. */
    static Answer to(Task<Receipt> sent) {
        try {
            return sent.join().repeated() ? REPEATED : BOOKED;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof PaymentException noReceipt) {
                return switch (noReceipt) {
                    case PaymentRefusedException refused -> REFUSED;
                    case PaymentFailedException broken -> FAILED;
                    case PaymentInDoubtException unknown -> IN_DOUBT;
                };
            }
            throw failed;
        }
    }

    /** Whether the order has to be sent again. */
    boolean isOpen() {
        return this == FAILED || this == IN_DOUBT;
    }
}
