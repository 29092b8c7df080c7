package dev.deft.samples.orders;

import dev.deft.Deft;
import dev.deft.TaskInterruptedException;
import dev.deft.annotation.Async;
import dev.deft.annotation.Fallback;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Sends payments as tasks, any number at once; the transaction's cleanups are named, in {@link Booking}. */
public class QueuedPayments extends Payments {
    private final BookingTasks booking;

    /**
     * Sends payments to a ledger.
     *
     * @param dataSource where the connections come from
     * @param deft what runs them
     */
    public QueuedPayments(DataSource dataSource, Deft deft) {
        super(dataSource, deft);
        this.booking = new BookingTasks(new Booking(), deft);
    }

    // tag::queued[]
    /**
     * Books an order, once however often it is sent.
     *
     * @param order the order
     * @return that it is booked
     * @throws PaymentException if it is not, or nobody can tell
     * @throws SQLException never: {@link #settle} has made a {@link PaymentException} of it
     */
    @Async
    @DatabaseCall
    @Fallback(
            value = "settle",
            on = {Throwable.class, TaskInterruptedException.class},
            except = PaymentRefusedException.class)
    public Receipt send(PaymentOrder order) throws PaymentException, SQLException {
        return booking.book(dataSource.getConnection(), order);
    }
    // end::queued[]
}
