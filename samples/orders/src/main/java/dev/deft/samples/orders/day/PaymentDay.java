package dev.deft.samples.orders.day;

import dev.deft.Task;
import dev.deft.samples.orders.PaymentOrder;
import dev.deft.samples.orders.QueuedPaymentsTasks;
import dev.deft.samples.orders.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Sends what a day brings, hour by hour, until every order is booked or refused. */
final class PaymentDay {
    private final QueuedPaymentsTasks payments;
    private final SortedSet<String> refusals = new TreeSet<>();

    PaymentDay(QueuedPaymentsTasks payments) {
        this.payments = payments;
    }

    /** Sends all, and tells of each hour when it is over. */
    void send(OrderFile file, BiConsumer<Integer, Hour> report) {
        file.byHour().forEach((time, orders) -> report.accept(time, send(orders)));
    }

    /** The orders that were refused, and why. */
    SortedSet<String> refusals() {
        return refusals;
    }

    private Hour send(List<PaymentOrder> orders) {
        Hour hour = new Hour();
        List<PaymentOrder> open = orders;
        while (!open.isEmpty()) {
            open = sendOnce(open, hour);
        }
        return hour;
    }

    /** Sends all orders at once; returns those whose answer leaves them open. */
    private List<PaymentOrder> sendOnce(List<PaymentOrder> orders, Hour hour) {
        List<Task<Receipt>> sent = orders.stream().map(payments::send).toList();
        List<PaymentOrder> open = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Answer answer = Answer.to(sent.get(i));
            hour.add(answer);
            if (answer.isOpen()) {
                open.add(orders.get(i));
            } else if (answer == Answer.REFUSED) {
                refusals.add(sent.get(i).exceptionNow().getMessage());
            }
        }
        return open;
    }
}
