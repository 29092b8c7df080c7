package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.time.TimeSource;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeftTest {
    private static final TaskName NAME = TaskName.of("shop.PaymentService", "charge", "Order");

    private final VirtualTime time = new VirtualTime();

    @Test
    void theGlobalOneIsOneAndStaysOpen() {
        assertThat(Deft.global()).isSameAs(Deft.global());
        assertThat(Deft.global().time()).isSameAs(TimeSource.system());
        assertThat(Deft.global().isObserved()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> Deft.global().close());
        assertThat(Deft.global().isClosed()).isFalse();
        assertThat(Deft.global().start(NAME, () -> 1).join()).isEqualTo(1);
    }

    @Test
    void settingsAreTaken() {
        Random random = new Random(1);
        try (Deft deft = Deft.builder().time(time).random(random).build()) {
            assertThat(deft.time()).isSameAs(time);
            assertThat(deft.random()).isSameAs(random);
            assertThat(deft.policies()).isSameAs(deft.policies());
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Deft.builder().closeTimeout(Duration.ofSeconds(-1)));
    }

    @Test
    void closeWaitsForWhatRuns() {
        AtomicBoolean done = new AtomicBoolean();
        Deft deft = Deft.builder().time(time).build();
        Task<?> task = deft.start(NAME, () -> {
            time.sleep(Duration.ofSeconds(20));
            done.set(true);
        });
        deft.close();
        assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(done).isTrue();
        assertThat(deft.isClosed()).isTrue();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(20));
        deft.close();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void closeCancelsTheRestAfterItsTimeout() {
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        Deft deft =
                Deft.builder().time(time).closeTimeout(Duration.ofSeconds(3)).build();
        Task<?> task = deft.start(NAME, () -> {
            try {
                time.sleep(Duration.ofDays(1));
            } catch (InterruptedException stop) {
                time.sleep(Duration.ofSeconds(1));
                events.add("cleaned up");
            }
        });
        deft.close();
        assertThat(task.isCancelled()).isTrue();
        assertThat(task.terminated()).isDone();
        assertThat(events).containsExactly("cleaned up");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void closeLeavesABodyThatIgnoresItsInterrupt() throws InterruptedException {
        Deft deft = Deft.builder().time(time).closeTimeout(Duration.ZERO).build();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Task<?> task = deft.start(NAME, () -> {
            inside.countDown();
            while (release.getCount() > 0) {
                try {
                    release.await();
                } catch (InterruptedException ignored) {
                    // that is what makes it stubborn
                }
            }
        });
        inside.await();
        deft.close();
        assertThat(task.isCancelled()).isTrue();
        assertThat(task.terminated().isDone()).isFalse();
        release.countDown();
        task.terminated().join();
    }

    @Test
    void closeOnAnInterruptedThreadCancelsAtOnce() {
        Deft deft = Deft.builder().time(time).build();
        Task<?> task = deft.start(NAME, () -> time.sleep(Duration.ofDays(1)));
        Thread.currentThread().interrupt();
        deft.close();
        assertThat(Thread.interrupted()).isTrue();
        task.terminated().join();
        assertThat(task.isCancelled()).isTrue();
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void aTaskMayCloseItsOwnRuntime() {
        Deft deft = Deft.builder().time(time).build();
        Task<String> task = deft.start(NAME, () -> {
            deft.close();
            return "closed";
        });
        assertThat(task.join()).isEqualTo("closed");
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void aClosedOneGivesFailedTasks() {
        List<TaskEvent> events = new ArrayList<>();
        Deft deft = Deft.builder().time(time).listener(events::add).build();
        deft.close();
        AtomicInteger runs = new AtomicInteger();
        Task<?> task = deft.start(NAME, runs::incrementAndGet);
        assertThat(task.failure())
                .isInstanceOf(TaskRejectedException.class)
                .hasMessageContaining("PaymentService.charge");
        assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
        assertThat(task.terminated()).isDone();
        assertThat(runs).hasValue(0);
        assertThat(events).extracting(event -> event.getClass().getSimpleName()).containsExactly("Rejected", "Failed");
    }

    @Test
    void startRacesWithClose() throws InterruptedException {
        for (int round = 0; round < 2000; round++) {
            Deft deft = Deft.builder().build();
            AtomicInteger running = new AtomicInteger();
            List<Task<?>> started = Collections.synchronizedList(new ArrayList<>());
            Thread starter = Thread.startVirtualThread(() -> {
                for (int i = 0; i < 20; i++) {
                    started.add(deft.start(NAME, () -> {
                        running.incrementAndGet();
                        Thread.onSpinWait();
                        running.decrementAndGet();
                    }));
                }
            });
            deft.close();
            assertThat(running).hasValue(0);
            starter.join();
            assertThat(started).allMatch(task -> task.isDone());
        }
    }

    @Test
    void drainWaitsAndGivesUp() {
        try (Deft deft = Deft.builder().time(time).build()) {
            assertThat(deft.drain(Duration.ZERO)).isTrue();
            AtomicReference<Task<?>> started = new AtomicReference<>();
            Task<?> task = deft.start(NAME, () -> {
                time.sleep(Duration.ofSeconds(1));
                started.set(deft.start("another", () -> time.sleep(Duration.ofSeconds(1))));
            });
            assertThat(deft.drain(Duration.ofMillis(500))).isFalse();
            assertThat(task.isDone()).isFalse();
            assertThat(deft.drain(Duration.ofSeconds(5))).isTrue();
            assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
            assertThat(started.get()).isDone();
            assertThat(deft.isClosed()).isFalse();
        }
    }

    @Test
    void drainWaitsForCallbacksToo() {
        try (Deft deft = Deft.builder().time(time).build()) {
            for (int round = 0; round < 2000; round++) {
                AtomicInteger told = new AtomicInteger();
                Task<Integer> task = deft.start(NAME, () -> 1).onSuccess(told::addAndGet);
                assertThat(deft.drain(Duration.ofSeconds(1))).isTrue();
                assertThat(told).hasValue(1);
                assertThat(task.terminated()).isDone();
            }
        }
    }

    @Test
    void listenersSeeALife() {
        List<TaskEvent> events = Collections.synchronizedList(new ArrayList<>());
        try (Deft deft = Deft.builder()
                .time(time)
                .listener(event -> {
                    throw new IllegalStateException("a test's");
                })
                .listener(events::add)
                .build()) {
            assertThat(deft.isObserved()).isTrue();
            Task<?> good = deft.start(NAME, () -> 1);
            good.join();
            assertThat(lives(events)).containsExactly("Started", "Succeeded");
            assertThat(events).allMatch(event -> event.context().id().equals(good.id()));
            assertThat(events).allMatch(event -> event.name().equals(NAME));
            events.clear();
            deft.start(NAME, () -> {
                        throw new IOException();
                    })
                    .terminated()
                    .join();
            assertThat(lives(events)).containsExactly("Started", "Failed");
            events.clear();
            Task<?> cancelled = deft.start(NAME, () -> time.sleep(Duration.ofDays(1)));
            time.schedule(10, () -> cancelled.cancel(true));
            cancelled.terminated().join();
            assertThat(lives(events)).containsExactly("Started", "Cancelled");
        }
    }

    @Test
    void callsAreTasksToListeners() {
        List<TaskEvent> events = new ArrayList<>();
        try (Deft deft = Deft.builder().time(time).listener(events::add).build()) {
            Call call = deft.begin(NAME);
            String id = TaskContext.current().id();
            deft.recovered(NAME, new IOException());
            call.succeeded();
            assertThat(lives(events)).containsExactly("Started", "Recovered", "Succeeded");
            assertThat(events).allMatch(event -> event.context().id().equals(id));
            assertThat(TaskContext.current().id()).matches("0{16}");
            events.clear();
            deft.begin(NAME).failed(new IOException());
            deft.begin(NAME).failed(new InterruptedException());
            assertThat(lives(events)).containsExactly("Started", "Failed", "Started", "Cancelled");
        }
    }

    @Test
    void namesHaveParts() {
        assertThat(NAME).hasToString("PaymentService.charge");
        assertThat(NAME.className()).isEqualTo("shop.PaymentService");
        assertThat(NAME.method()).isEqualTo("charge");
        assertThat(NAME.qualified()).isEqualTo("shop.PaymentService.charge(Order)");
        assertThat(NAME)
                .isEqualTo(TaskName.of("shop.PaymentService", "charge", "Order"))
                .hasSameHashCodeAs(TaskName.of("shop.PaymentService", "charge", "Order"));
        assertThat(NAME).isNotEqualTo(TaskName.of("shop.PaymentService", "charge"));
        assertThat(TaskName.of("Unpackaged", "m")).hasToString("Unpackaged.m");
        assertThat(TaskName.named("x")).hasToString("x");
    }

    @Test
    void thousandsOfTasksFitTheRegistry() {
        try (Deft deft = Deft.builder().build()) {
            CountDownLatch release = new CountDownLatch(1);
            List<Task<?>> tasks = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                tasks.add(deft.start(NAME, () -> release.await()));
            }
            assertThat(deft.drain(Duration.ZERO)).isFalse();
            release.countDown();
            tasks.forEach(task -> assertThat(task.join()).isNull());
            assertThatThrownBy(() -> deft.start(NAME, (TaskBody<Integer>) null))
                    .isInstanceOf(NullPointerException.class);
        }
    }

    private static List<String> lives(List<TaskEvent> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }
}
