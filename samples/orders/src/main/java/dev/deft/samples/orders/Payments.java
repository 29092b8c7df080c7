package dev.deft.samples.orders;

import dev.deft.Deft;
import javax.sql.DataSource;

/** What all ways of sending a payment have in common: none reports a failure without having asked the ledger. */
abstract class Payments extends DatabaseClient {
    private final InquiryTasks inquiry;

    Payments(DataSource dataSource, Deft deft) {
        super(dataSource);
        this.inquiry = new InquiryTasks(new Inquiry(dataSource), deft);
    }

    // tag::settle[]
    /**
     * What the sender hears when all attempts have failed. The failure does not say whether the order is booked (it may
     * be the answer to a commit that was lost), so the ledger has to. No attempt is under way any more and the
     * connection of each is closed: what the ledger says is final.
     */
    Receipt settle(PaymentOrder order, Throwable failure) throws PaymentException {
        boolean interrupted = Thread.interrupted(); // whoever wants this to end still needs to know how it ended
        try {
            if (inquiry.isBooked(order)) {
                return new Receipt(order.id(), true);
            }
        } catch (Throwable unanswered) {
            PaymentException inDoubt = new PaymentInDoubtException(order, failure);
            inDoubt.addSuppressed(unanswered);
            throw inDoubt;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        throw new PaymentFailedException(order, failure);
    }
    // end::settle[]
}
