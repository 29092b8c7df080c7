package sample;

import dev.deft.Defer;
import dev.deft.annotation.Async;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Outcome;
import dev.deft.annotation.Recover;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** One of many. */
public class Service {
    private final Map<String, Customer> customers = new HashMap<>();
    private final List<Order> orders = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** A customer. */
    public record Customer(String id, String name, Optional<String> email) {}

    /** An order. */
    public record Order(String id, Customer customer, long amount) {}

    /** What a customer gets for money. */
    public record Receipt(String order, long amount) {}

    /** Money could not be had. */
    public static class PaymentException extends Exception {
        private static final long serialVersionUID = 1L;

        public PaymentException(String message) {
            super(message);
        }
    }

    /** Takes the money. */
    @Async
    @Retry(attempts = 4, on = PaymentException.class)
    @Limit(10)
    public Receipt charge(Order order) throws PaymentException {
        if (order.amount() <= 0) {
            throw new PaymentException("nothing to pay for " + order.id());
        }
        orders.add(order);
        return new Receipt(order.id(), order.amount());
    }

    /** Gives it back. */
    @Deadline("11s")
    @Retry(attempts = 5, delay = "50ms")
    @Timeout("2s")
    public Receipt refund(String orderId, long amount) throws PaymentException {
        for (Order order : orders) {
            if (order.id().equals(orderId)) {
                if (order.amount() < amount) {
                    throw new PaymentException(orderId + " was cheaper than that");
                }
                return new Receipt(orderId, -amount);
            }
        }
        throw new PaymentException("no order " + orderId);
    }

    /** Finds somebody, or nobody. */
    @Fallback("nobody")
    @Timeout("500ms")
    public Optional<Customer> find(String id) throws IOException {
        Customer customer = customers.get(id);
        if (customer == null && id.isBlank()) {
            throw new IOException("no identity");
        }
        return Optional.ofNullable(customer);
    }

    Optional<Customer> nobody(String id) {
        return Optional.empty();
    }

    /** Changes under a lock. */
    @Deferred("unlock")
    public void rename(String id, String name) {
        lock.lock();
        Customer before = customers.get(id);
        if (before != null && !before.name().equals(name)) {
            customers.put(id, new Customer(id, name, before.email()));
        }
    }

    void unlock() {
        lock.unlock();
    }

    /** Reads a file, and closes it. */
    @Deferred
    @Retry(on = IOException.class)
    public byte[] load(Path file, Defer defer) throws IOException {
        InputStream stream = defer.close(Files.newInputStream(file));
        byte[] head = stream.readNBytes(4);
        if (head.length < 4) {
            throw new IOException(file + " is too short");
        }
        return stream.readAllBytes();
    }

    /** Counts what is generic. */
    @Limit(value = 4, maxWait = "1s")
    public <T extends Comparable<? super T>> Map<T, Integer> count(Iterable<? extends T> things) {
        Map<T, Integer> counts = new HashMap<>();
        for (T thing : things) {
            counts.merge(thing, 1, Integer::sum);
        }
        return counts;
    }

    /** Parses, come what may. */
    @Recover("zero")
    public int parse(String text) {
        int sign = text.startsWith("-") ? -1 : 1;
        String digits = sign < 0 ? text.substring(1) : text;
        return sign * Integer.parseInt(digits);
    }

    int zero(NumberFormatException failure) {
        return 0;
    }

    /** Sends, and says how it went. */
    @Async(onFailure = "bounced")
    @Timeout("5s")
    public void send(Customer customer, String text) throws IOException {
        if (customer.email().isEmpty()) {
            throw new IOException(customer.name() + " has no address");
        }
        orders.removeIf(order -> order.customer().equals(customer) && text.contains(order.id()));
    }

    void bounced(Throwable failure, Customer customer) {
        customers.remove(customer.id());
    }

    /** All or nothing. */
    @Deferred(value = "rollBack", on = Outcome.FAILURE)
    @Retry(attempts = 3, when = "worthAnother")
    public long transfer(List<Order> batch, String target) {
        long sum = 0;
        for (Order order : batch) {
            sum = Math.addExact(sum, order.amount());
            orders.add(new Order(order.id() + "/" + target, order.customer(), order.amount()));
        }
        return sum;
    }

    void rollBack(List<Order> batch) {
        orders.removeAll(batch);
    }

    boolean worthAnother(Throwable failure) {
        return !(failure instanceof ArithmeticException);
    }

    /** The best, in time. */
    @Async
    @Deadline("3s")
    @Fallback("best")
    @Limit(20)
    public String search(String words, int atMost) throws IOException, InterruptedException {
        StringBuilder found = new StringBuilder();
        for (Order order : orders) {
            if (order.id().contains(words) && atMost > 0) {
                found.append(order.id()).append(' ');
            }
        }
        return found.toString();
    }

    String best(String words, int atMost) {
        return words.isEmpty() ? "" : words.substring(0, Math.min(atMost, words.length()));
    }
}
