package dev.deft.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VirtualTimeTest {
    private final VirtualTime time = new VirtualTime();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private void log(String what) {
        log.add(what + "@" + time.nanoTime());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it but the runtime, when it is closed
    private static void go(Deft deft, String name, TaskAction action) {
        deft.start(name, action);
    }

    @Test
    void standsStillWhileSomebodyWorks() throws InterruptedException {
        time.schedule(5, () -> log("never yet"));
        CountDownLatch done = new CountDownLatch(1);
        try (Deft deft = Deft.builder().time(time).build()) {
            go(deft, "sleeper", () -> {
                time.sleep(Duration.ofNanos(1));
                done.countDown();
            });
            long until = System.nanoTime() + 20_000_000;
            while (System.nanoTime() - until < 0) {
                Thread.onSpinWait(); // this thread has started a task, so it counts
            }
            assertThat(time.nanoTime()).isZero();
        }
        assertThat(done.getCount()).isZero();
        assertThat(time.elapsed()).isEqualTo(Duration.ofNanos(1));
        assertThat(time.now()).isEqualTo(Instant.parse("2000-01-01T00:00:00.000000001Z"));
    }

    @Test
    void wakesTheEarliestAndThenInOrderOfRegistration() {
        for (int round = 0; round < 300; round++) {
            log.clear();
            VirtualTime own = new VirtualTime();
            try (Deft deft = Deft.builder().time(own).build()) {
                List<Task<?>> tasks = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    int number = i;
                    tasks.add(deft.start("t" + i, () -> {
                        own.sleep(Duration.ofNanos(1 + number)); // one after the other, so that the next is in order
                        own.sleep(Duration.ofNanos(100 - number - own.nanoTime() + number));
                        log.add(number + "@" + own.nanoTime());
                    }));
                }
                tasks.forEach(Task::join);
            }
            assertThat(log).containsExactly("0@100", "1@100", "2@100", "3@100", "4@100", "5@100", "6@100", "7@100");
        }
    }

    @Test
    void timersRunBeforeWaitersOfTheSameMoment() throws InterruptedException {
        Thread self = Thread.currentThread();
        time.schedule(0, () -> log("at once"));
        CompletableFuture<Void> late = new CompletableFuture<>();
        try (Deft deft = Deft.builder().time(time).build()) {
            Task<?> task = deft.start("sleeper", () -> {
                time.sleep(Duration.ofNanos(10));
                log("sleeper");
            });
            time.schedule(10, () -> log("timer 1"));
            time.schedule(10, () -> {
                log("timer 2");
                late.complete(null);
            });
            time.schedule(9, () -> log("timer 0"));
            task.join();
        }
        assertThat(log).containsExactly("at once@0", "timer 0@9", "timer 1@10", "timer 2@10", "sleeper@10");
        assertThat(self.isInterrupted()).isFalse();
    }

    @Test
    void aCancelledTimerNeitherRunsNorMovesTime() throws InterruptedException {
        TimeSource.Timer timer = time.schedule(5, () -> log("never"));
        timer.cancel();
        timer.cancel();
        time.sleep(Duration.ofNanos(3));
        time.advance(Duration.ofNanos(7));
        assertThat(log).isEmpty();
        assertThat(time.nanoTime()).isEqualTo(10);
    }

    @Test
    void aTestThreadThatParksMovesTimeNoFurtherThanItWants() throws InterruptedException {
        time.schedule(50, () -> log("later"));
        time.sleep(Duration.ofNanos(10));
        assertThat(time.nanoTime()).isEqualTo(10);
        assertThat(log).isEmpty();
        time.sleep(Duration.ofNanos(40));
        assertThat(log).containsExactly("later@50");
    }

    @Test
    void aPermitIsNotLost() {
        time.unpark(Thread.currentThread());
        time.park(this);
        time.unpark(Thread.currentThread());
        time.parkUntil(this, 100);
        assertThat(time.nanoTime()).isZero();
        time.parkUntil(this, 100);
        assertThat(time.nanoTime()).isEqualTo(100);
        time.parkUntil(this, 50);
        assertThat(time.nanoTime()).isEqualTo(100);
    }

    @Test
    void goesOnWhereAThreadIsBlockedElsewhere() {
        CountDownLatch latch = new CountDownLatch(1);
        try (Deft deft = Deft.builder().time(time).build()) {
            Task<?> blocked = deft.start("blocked", () -> latch.await());
            go(deft, "waker", () -> {
                time.sleep(Duration.ofDays(1));
                latch.countDown();
            });
            blocked.thenApply(nothing -> 1).join();
        }
        assertThat(time.elapsed()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void goesOnWhileTheTestWaitsOutside() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        try (Deft deft = Deft.builder().time(time).build()) {
            go(deft, "sleeper", () -> {
                for (int i = 0; i < 1000; i++) {
                    time.sleep(Duration.ofSeconds(1));
                }
                latch.countDown();
            });
            latch.await();
            assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1000));
        }
    }

    @Test
    void advanceRunsWhatIsDueInOrder() {
        VirtualTime manual = VirtualTime.manual();
        try (Deft deft = Deft.builder().time(manual).closeTimeout(Duration.ZERO).build()) {
            Task<?> task = deft.start("sleeper", () -> {
                for (int i = 0; i < 5; i++) {
                    manual.sleep(Duration.ofSeconds(1));
                    log.add("awake@" + manual.elapsed().toSeconds());
                }
            });
            manual.schedule(Duration.ofMillis(1500).toNanos(), () -> log.add("timer"));
            manual.advance(Duration.ofSeconds(3));
            assertThat(log).containsExactly("awake@1", "timer", "awake@2", "awake@3");
            assertThat(manual.elapsed()).isEqualTo(Duration.ofSeconds(3));
            assertThat(task.isDone()).isFalse();
            manual.advance(Duration.ofSeconds(2));
            assertThat(task.isDone()).isTrue();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> manual.advance(Duration.ofNanos(-1)));
    }

    @Test
    void advanceDoesNotWaitForEverForABusyThread() {
        CountDownLatch stop = new CountDownLatch(1);
        VirtualTime manual = VirtualTime.manual();
        try (Deft deft = Deft.builder().time(manual).closeTimeout(Duration.ZERO).build()) {
            go(deft, "busy", () -> {
                while (stop.getCount() > 0) {
                    Thread.onSpinWait();
                }
            });
            manual.schedule(5, () -> log.add("timer"));
            manual.advance(Duration.ofSeconds(1));
            assertThat(log).containsExactly("timer");
            stop.countDown();
            assertThat(deft.drain(Duration.ZERO) || !deft.isClosed()).isTrue();
            while (!deft.drain(Duration.ZERO)) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void anActionThatFailsStopsNothing() throws InterruptedException {
        time.schedule(1, () -> {
            throw new IllegalStateException("a test's");
        });
        time.schedule(2, () -> log("next"));
        time.sleep(Duration.ofNanos(3));
        assertThat(log).containsExactly("next@2");
    }

    @Test
    void anActionMayStartTasksAndWaitForThem() throws InterruptedException {
        try (Deft deft = Deft.builder().time(time).build()) {
            time.schedule(5, () -> {
                deft.start("quick", () -> log("quick")).join();
                go(deft, "slow", () -> {
                    time.sleep(Duration.ofNanos(5));
                    log("slow");
                });
            });
            time.sleep(Duration.ofNanos(20));
            log("slept");
        }
        assertThat(log).containsExactly("quick@5", "slow@10", "slept@20");
    }

    @Test
    void thousandsOfSleepersWakeOneByOne() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Deft deft = Deft.builder().time(time).build()) {
            List<Task<?>> tasks = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                Duration pause = Duration.ofNanos(i / 10);
                tasks.add(deft.start("sleeper", () -> {
                    time.sleep(Duration.ofNanos(1));
                    time.sleep(pause);
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    running.decrementAndGet();
                }));
            }
            tasks.forEach(Task::join);
        }
        assertThat(most).hasValue(1);
        assertThat(time.nanoTime()).isEqualTo(500);
    }

    @Test
    void goesOnWhereTheOwnerOfALockWaitsInThisTime() {
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch locked = new CountDownLatch(1);
        try (Deft deft = Deft.builder().time(time).build()) {
            go(deft, "owner", () -> {
                lock.lock();
                try {
                    locked.countDown();
                    time.sleep(Duration.ofSeconds(1));
                } finally {
                    lock.unlock();
                }
            });
            Task<?> second = deft.start("second", () -> {
                locked.await();
                lock.lock();
                try {
                    log("locked");
                } finally {
                    lock.unlock();
                }
            });
            second.join();
        }
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoWaitsForALockIsGivenMoreTimeThanWhoWaitsForAnythingElse() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Object monitor = new Object();
        CountDownLatch latch = new CountDownLatch(1);
        Thread atLock = Thread.ofVirtual().unstarted(() -> {
            lock.lock();
            try {
                log("locked");
            } finally {
                lock.unlock();
            }
        });
        Thread atMonitor = Thread.ofPlatform().unstarted(() -> {
            synchronized (monitor) {
                log("in the monitor");
            }
        });
        Thread atLatch = Thread.ofVirtual().unstarted(() -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        lock.lock();
        try {
            synchronized (monitor) {
                atLock.start();
                atMonitor.start();
                atLatch.start();
                while (atLock.getState() != Thread.State.WAITING
                        || atLatch.getState() != Thread.State.WAITING
                        || atMonitor.getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                }
                assertThat(VirtualTime.checksUntilAway(atLock))
                        .isEqualTo(VirtualTime.checksUntilAway(atMonitor))
                        .isGreaterThan(VirtualTime.checksUntilAway(atLatch));
            }
        } finally {
            lock.unlock();
            latch.countDown();
        }
        atLock.join();
        atMonitor.join();
        atLatch.join();
    }
}
