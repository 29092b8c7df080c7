package dev.deft.policy;

import static dev.deft.policy.Crew.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.TaskWait;
import dev.deft.internal.Wait;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LockPolicyTest {
    private static final TaskName NAME = TaskName.of("shop.Accounts", "book", "Entry");

    private final VirtualTime time = new VirtualTime();
    private final Crew crew = new Crew(time);
    private final FairLock core = new FairLock(time);
    private final LockPolicy lock =
            new LockPolicy(new Subject(Deft.builder().time(time).build(), NAME), LockSettings.named(""), core, false);
    private final LockPolicy read = lock.read();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void nothingIsLeft() {
        crew.close();
        assertThat(core.isAtRest()).as("no lock held, nobody in the queue").isTrue();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void sidesAreViewsOfOneLock() {
        assertThat(lock.write()).isSameAs(lock);
        assertThat(read.read()).isSameAs(read);
        assertThat(read.write().fairLock()).isSameAs(core);
        read.lock();
        assertThat(lock.state()).isEqualTo(new LockPolicy.State(false, 1, 0));
        assertThat(read.state()).isEqualTo(lock.state());
        read.unlock();
        lock.lock();
        assertThat(lock.state()).isEqualTo(new LockPolicy.State(true, 0, 0));
        lock.unlock();
        assertThat(lock.state()).isEqualTo(new LockPolicy.State(false, 0, 0));
    }

    @Test
    void isReentrantOnBothSides() {
        for (LockPolicy side : List.of(lock, read)) {
            for (int i = 0; i < 5; i++) {
                side.lock();
            }
            for (int i = 0; i < 4; i++) {
                side.unlock();
                assertThat(core.isIdle()).isFalse();
            }
            side.unlock();
            assertThat(core.isIdle()).isTrue();
        }
    }

    @Test
    void isGivenBackOnlyByWhoHoldsIt() {
        for (LockPolicy side : List.of(lock, read)) {
            assertThatThrownBy(side::unlock).isInstanceOf(IllegalMonitorStateException.class);
            side.lock();
            assertThat(crew.start(side::unlock).failure()).isInstanceOf(IllegalMonitorStateException.class);
            assertThatThrownBy((side == lock ? read : lock)::unlock).isInstanceOf(IllegalMonitorStateException.class);
            assertThat(core.isIdle()).isFalse();
            side.unlock();
            assertThatThrownBy(side::unlock).isInstanceOf(IllegalMonitorStateException.class);
        }
    }

    @Test
    void writersExcludeEachOtherAndReaders() {
        lock.lock();
        Crew.Member writer = take(lock, "writer");
        until(() -> core.waiting() == 1);
        Crew.Member reader = take(read, "reader");
        until(() -> core.waiting() == 2);
        assertThat(log).isEmpty();
        lock.unlock();
        writer.failure();
        reader.failure();
        assertThat(log).containsExactly("writer", "reader");
    }

    @Test
    void readersReadTogether() {
        CountDownLatch together = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) { // more than there are slots
            crew.start(() -> {
                read.lock();
                together.countDown();
                together.await();
                read.lock();
                read.unlock();
                read.unlock();
            });
        }
        crew.close();
    }

    @Test
    void whoeverHasWaitedLongestIsNextAndReadersGoTogether() throws InterruptedException {
        lock.lock();
        CountDownLatch both = new CountDownLatch(2);
        hold("w1", lock, null);
        hold("r1", read, both);
        hold("r2", read, both);
        hold("w2", lock, null);
        hold("r3", read, null);
        hold("w3", lock, null);
        lock.unlock();
        crew.close();
        assertThat(log).hasSize(6);
        assertThat(log.get(0)).isEqualTo("w1");
        assertThat(log.subList(1, 3)).containsExactlyInAnyOrder("r1", "r2");
        assertThat(log.subList(3, 6)).containsExactly("w2", "r3", "w3");
    }

    private void hold(String who, LockPolicy side, CountDownLatch together) {
        int before = core.waiting();
        crew.start(() -> {
            side.lock();
            log.add(who);
            if (together != null) {
                together.countDown();
                together.await();
            }
            side.unlock();
        });
        until(() -> core.waiting() == before + 1);
    }

    @Test
    void aReaderThatComesAfterAWaitingWriterWaitsBehindIt() {
        read.lock();
        Crew.Member writer = take(lock, "writer");
        until(() -> core.waiting() == 1);
        Crew.Member reader = take(read, "reader");
        until(() -> core.waiting() == 2);
        read.lock(); // who reads already does not queue
        read.unlock();
        read.unlock();
        writer.failure();
        reader.failure();
        assertThat(log).containsExactly("writer", "reader");
    }

    @Test
    void aWriterMayReadAndKeepReading() {
        lock.lock();
        read.lock();
        Crew.Member reader = take(read, "reader");
        until(() -> core.waiting() == 1);
        lock.unlock();
        assertThat(reader.failure()).isNull();
        Crew.Member writer = take(lock, "writer");
        until(() -> core.waiting() == 1);
        assertThat(log).containsExactly("reader");
        read.unlock();
        assertThat(writer.failure()).isNull();
    }

    @Test
    void aWriterMayStopReadingFirst() {
        lock.lock();
        read.lock();
        take(read, "reader");
        until(() -> core.waiting() == 1);
        read.unlock();
        assertThat(core.isWriting()).isTrue();
        assertThat(log).isEmpty();
        lock.unlock();
        crew.close();
        assertThat(log).containsExactly("reader");
    }

    @Test
    void aReaderMayNotWaitToWrite() {
        read.lock();
        assertThatThrownBy(lock::lock)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("take the writing side first");
        assertThat(lock.state()).isEqualTo(new LockPolicy.State(false, 1, 0));
        read.unlock();
        lock.lock();
        lock.unlock();
    }

    @Test
    void aWriterThatReadsMayWriteAgain() {
        lock.lock();
        read.lock();
        lock.lock();
        lock.unlock();
        read.unlock();
        lock.unlock();
    }

    @Test
    void cancellingEndsTheWait() {
        for (LockPolicy side : List.of(lock, read)) {
            lock.lock();
            Crew.Member waiting = take(side, "never");
            until(() -> core.waiting() == 1);
            waiting.context.cancel(new IllegalArgumentException("enough"));
            assertThat(waiting.failure())
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("Accounts.book")
                    .hasCauseInstanceOf(IllegalArgumentException.class);
            assertThat(waiting.wasInterruptedAtEnd()).isFalse();
            lock.unlock();
        }
        assertThat(log).isEmpty();
    }

    @Test
    void aContextThatHasEndedDoesNotWait() {
        lock.lock();
        Crew.Member late = crew.start(() -> {
            crewContextEnds();
            lock.lock();
        });
        assertThat(late.failure()).isInstanceOf(CancellationException.class);
        lock.unlock();
    }

    private static void crewContextEnds() {
        ((dev.deft.TaskContext.Cancellable) dev.deft.TaskContext.current()).cancel();
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        for (LockPolicy side : List.of(lock, read)) {
            lock.lock();
            Crew.Member waiting = take(side, "never");
            until(() -> core.waiting() == 1);
            waiting.interrupt();
            assertThat(waiting.failure())
                    .isInstanceOf(TaskInterruptedException.class)
                    .hasMessageContaining("Accounts.book");
            assertThat(waiting.wasInterruptedAtEnd()).isTrue();
            lock.unlock();
        }
    }

    @Test
    void anInterruptIsThrownWhereItMayBe() {
        for (LockPolicy side : List.of(lock, read)) {
            lock.lock();
            Crew.Member waiting = crew.start(side::lockInterruptibly);
            until(() -> core.waiting() == 1);
            waiting.interrupt();
            assertThat(waiting.failure())
                    .isInstanceOf(InterruptedException.class)
                    .hasMessageContaining("Accounts.book");
            assertThat(waiting.wasInterruptedAtEnd()).isFalse();
            lock.unlock();
        }
    }

    @Test
    void anInterruptBeforeDoesNotKeepFromALockThatIsFree() throws InterruptedException {
        Thread.currentThread().interrupt();
        lock.lock();
        lock.lockInterruptibly();
        read.lockInterruptibly();
        read.unlock();
        lock.unlock();
        lock.unlock();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aWriterThatGivesUpLetsTheReadersBehindItIn() {
        read.lock();
        Crew.Member writer = take(lock, "never");
        until(() -> core.waiting() == 1);
        Crew.Member first = take(read, "reader");
        Crew.Member second = take(read, "reader");
        until(() -> core.waiting() == 3);
        writer.context.cancel();
        assertThat(first.failure()).isNull();
        assertThat(second.failure()).isNull();
        assertThat(log).containsExactly("reader", "reader");
        read.unlock();
    }

    @Test
    void aReaderInTheMiddleMayGiveUp() {
        lock.lock();
        take(read, "first");
        until(() -> core.waiting() == 1);
        Crew.Member middle = take(lock, "never");
        until(() -> core.waiting() == 2);
        take(read, "last");
        until(() -> core.waiting() == 3);
        middle.interrupt();
        assertThat(middle.failure()).isNotNull();
        lock.unlock();
        crew.close();
        assertThat(log).containsExactlyInAnyOrder("first", "last");
    }

    @Test
    void isGivenBackWhateverTheBodyThrows() {
        for (Throwable thrown : List.of(new IllegalStateException(), new StackOverflowError(), new Exception())) {
            Crew.Member member = crew.start(() -> {
                lock.lock();
                try {
                    throw thrown;
                } finally {
                    lock.unlock();
                }
            });
            assertThat(member.failure()).isSameAs(thrown);
            assertThat(core.isAtRest()).isTrue();
        }
    }

    @Test
    void waitsInVirtualTime() {
        for (int i = 0; i < 5; i++) {
            crew.start(() -> {
                lock.lock();
                assertThat(Wait.sleep(time, Duration.ofHours(1).toNanos())).isEqualTo(TaskWait.Outcome.TIME_UP);
                lock.unlock();
            });
        }
        crew.close();
        assertThat(time.elapsed()).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void saysWhatItIs() {
        assertThat(lock).hasToString("@Locked of Accounts.book");
        assertThat(read).hasToString("@Locked (reading) of Accounts.book");
    }

    private Crew.Member take(LockPolicy side, String who) {
        return crew.start(() -> {
            side.lock();
            log.add(who);
            side.unlock();
        });
    }
}
