package dev.deft.samples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.samples.orders.Style.Sender;
import dev.deft.samples.orders.faults.Fault;
import dev.deft.samples.orders.faults.Faults;
import dev.deft.time.VirtualTime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever breaks, and wherever: no money is lost or made, and what the sender hears is true. */
class NoMoneyLostTest {
    private static final List<Fault> ALL = List.of(Fault.values());

    /** All that has no need of waiting: for many threads, in real time. */
    private static final List<Fault> QUICK = List.copyOf(EnumSet.complementOf(EnumSet.of(Fault.STALL)));

    @ParameterizedTest
    @CsvSource({
        "NAMED_CLEANUPS, 1, 0.05", "NAMED_CLEANUPS, 2, 0.20", "NAMED_CLEANUPS, 3, 0.50",
        "DEFER_PARAMETER, 4, 0.05", "DEFER_PARAMETER, 5, 0.20", "DEFER_PARAMETER, 6, 0.50"
    })
    void oneByOneUnderEveryFault(Style style, long seed, double faultRate) throws Exception {
        VirtualTime time = new VirtualTime();
        Faults faults = new Faults(seed, faultRate, time::sleep, ALL);
        try (Bank bank = new Bank(6, faults);
                Deft deft = Deft.builder()
                        .time(time)
                        .random(new SplittableRandom(seed))
                        .build()) {
            Sender sender = style.sender(bank.dataSource, deft);
            SplittableRandom random = new SplittableRandom(seed);
            Answers answers = new Answers(bank);
            for (int n = 0; n < 1_000; n++) {
                PaymentOrder order = bank.order(n, random);
                answers.check(order, ask(sender, order));
                Thread.interrupted(); // a fault's, if it came after the last wait
                assertThat(bank.dataSource.open())
                        .as("connections open after " + order)
                        .isZero();
            }
            bank.audit();
            assertThat(faults.counts().values())
                    .as("every kind of fault happened")
                    .allMatch(count -> count > 0);
            answers.assertEachKindWasHeard();
        }
    }

    @ParameterizedTest
    @EnumSource
    void allAtOnce(Style style) throws Exception {
        Faults faults = new Faults(style.ordinal(), 0.04, Thread::sleep, QUICK);
        try (Bank bank = new Bank(5, faults); // few accounts, so that payments collide
                Deft deft = Deft.builder().build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Sender sender = style.sender(bank.dataSource, deft);
            SplittableRandom random = new SplittableRandom(7);
            Map<PaymentOrder, Future<Object>> sent = new ConcurrentHashMap<>();
            for (int n = 0; n < 3_000; n++) {
                PaymentOrder order = bank.order(n, random);
                sent.put(order, threads.submit(() -> ask(sender, order)));
            }
            Answers answers = new Answers(bank);
            for (Map.Entry<PaymentOrder, Future<Object>> each : sent.entrySet()) {
                answers.check(each.getKey(), each.getValue().get());
            }
            bank.audit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameOrderAllAtOnceIsBookedOnce(Style style) throws Exception {
        Faults faults = new Faults(11, 0.05, Thread::sleep, QUICK);
        try (Bank bank = new Bank(3, faults);
                Deft deft = Deft.builder().build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Sender sender = style.sender(bank.dataSource, deft);
            SplittableRandom random = new SplittableRandom(11);
            for (int n = 0; n < 40; n++) {
                PaymentOrder order = bank.order(n, random);
                CountDownLatch together = new CountDownLatch(1);
                List<Future<Object>> sent = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    sent.add(threads.submit(() -> {
                        together.await();
                        return ask(sender, order);
                    }));
                }
                together.countDown();
                int firsts = 0;
                for (Future<Object> each : sent) {
                    firsts += each.get() instanceof Receipt receipt && !receipt.repeated() ? 1 : 0;
                }
                assertThat(firsts).as("who booked " + order).isLessThanOrEqualTo(1);
            }
            bank.audit();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void cancelledAtAnyMoment(long seed) throws Exception {
        Faults faults = new Faults(seed, 0.02, Thread::sleep, QUICK);
        try (Bank bank = new Bank(5, faults);
                Deft deft = Deft.builder().build()) {
            QueuedPaymentsTasks payments = new QueuedPaymentsTasks(new QueuedPayments(bank.dataSource, deft), deft);
            SplittableRandom random = new SplittableRandom(seed);
            List<Task<Receipt>> sent = new ArrayList<>();
            for (int n = 0; n < 600; n++) {
                sent.add(payments.send(bank.order(n, random)));
                if (random.nextInt(3) == 0) {
                    sent.get(random.nextInt(sent.size())).cancel(random.nextBoolean());
                }
            }
            for (Task<Receipt> task : sent) {
                task.terminated().join();
            }
            assertThat(sent).anyMatch(Task::isCancelled).anyMatch(task -> !task.isCompletedExceptionally());
            bank.audit(); // a cancelled order may be booked or not, but never in part
        }
    }

    /** The receipt, or the failure. */
    private static Object ask(Sender sender, PaymentOrder order) {
        try {
            return sender.send(order);
        } catch (Throwable failure) {
            return failure;
        }
    }

    /** Holds what senders heard against what is booked. */
    private static final class Answers {
        private final Bank bank;
        private int booked;
        private int failed;
        private int inDoubt;

        Answers(Bank bank) {
            this.bank = bank;
        }

        void check(PaymentOrder order, Object answer) throws SQLException {
            switch (answer) {
                case Receipt receipt -> {
                    assertThat(bank.hasBooked(order))
                            .as("booked, as told: " + receipt)
                            .isTrue();
                    booked++;
                }
                case PaymentRefusedException refusal -> {
                    assertThat(bank.hasBooked(order))
                            .as("not booked, as told: " + refusal)
                            .isFalse();
                }
                case PaymentFailedException failure -> {
                    assertThat(bank.hasBooked(order))
                            .as("not booked, as told: " + failure)
                            .isFalse();
                    failed++;
                }
                case PaymentInDoubtException doubt -> inDoubt++;
                case Throwable unexpected -> throw new AssertionError("an answer of no known kind", unexpected);
                default -> throw new AssertionError(answer);
            }
        }

        void assertEachKindWasHeard() {
            assertThat(booked).as("booked").isPositive();
            assertThat(failed).as("failed").isPositive();
            assertThat(inDoubt).as("in doubt").isPositive();
        }
    }
}
