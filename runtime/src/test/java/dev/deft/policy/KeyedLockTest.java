package dev.deft.policy;

import static dev.deft.policy.Crew.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class KeyedLockTest {
    private static final TaskName NAME = TaskName.of("shop.Accounts", "book", "Entry");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();
    private final Crew crew = new Crew(time);
    private final KeyedLock locks = deft.policies().newKeyedLock(NAME);

    @AfterEach
    void nothingIsLeft() {
        crew.close();
        assertThat(locks.keys()).isZero();
        assertThat(Thread.interrupted()).isFalse();
        deft.close();
    }

    @Test
    void oneAtATimeForEachKey() {
        LockPolicy mine = locks.lock("a");
        Crew.Member same = crew.start(() -> locks.unlock(locks.lock("a")));
        until(() -> mine.state().waiting() == 1);
        Crew.Member other = crew.start(() -> locks.unlock(locks.lock("b")));
        assertThat(other.failure()).isNull();
        Crew.Member none = crew.start(() -> locks.unlock(locks.lock(null)));
        assertThat(none.failure()).isNull();
        assertThat(same.hasEnded()).isFalse();
        locks.unlock(mine);
        assertThat(same.failure()).isNull();
    }

    @Test
    void isReentrantAndKeptUntilTheLastIsGivenBack() {
        LockPolicy first = locks.lock("a");
        LockPolicy second = locks.lock("a");
        LockPolicy reading = locks.read().lock("a");
        assertThat(locks.state()).isEqualTo(new KeyedState(1, 10_000, 1));
        locks.read().unlock(reading);
        locks.unlock(second);
        assertThat(locks.keys()).isOne();
        assertThat(first.state().writing()).isTrue();
        locks.unlock(first);
        assertThat(locks.keys()).isZero();
    }

    @Test
    void readersOfAKeyReadTogether() {
        LockPolicy mine = locks.read().lock("a");
        Crew.Member reader = crew.start(() -> locks.read().unlock(locks.read().lock("a")));
        assertThat(reader.failure()).isNull();
        Crew.Member writer = crew.start(() -> locks.unlock(locks.lock("a")));
        until(() -> mine.state().waiting() == 1);
        locks.read().unlock(mine);
        assertThat(writer.failure()).isNull();
        assertThat(locks.read().write().read().toString()).isEqualTo("@Locked (reading) for each key of Accounts.book");
    }

    @Test
    void whoGivesUpLeavesNothing() {
        LockPolicy mine = locks.lock("a");
        Crew.Member cancelled = crew.start(() -> locks.lock("a"));
        Crew.Member interrupted = crew.start(() -> locks.lock("a"));
        Crew.Member declaring = crew.start(() -> locks.lockInterruptibly("a"));
        until(() -> mine.state().waiting() == 3);
        cancelled.context.cancel();
        interrupted.interrupt();
        declaring.interrupt();
        assertThat(cancelled.failure()).isInstanceOf(CancellationException.class);
        assertThat(interrupted.failure()).isInstanceOf(TaskInterruptedException.class);
        assertThat(declaring.failure()).isInstanceOf(InterruptedException.class);
        assertThat(locks.keys()).isOne();
        locks.unlock(mine);
    }

    @Test
    void anUpgradeThatIsRefusedLeavesTheLockAsItWas() {
        LockPolicy reading = locks.read().lock("a");
        assertThatThrownBy(() -> locks.lock("a")).isInstanceOf(IllegalStateException.class);
        assertThat(reading.state().reading()).isOne();
        locks.read().unlock(reading);
    }

    @Test
    void refusesALockThatIsNotItsOwn() throws InterruptedException {
        LockPolicy other = deft.policies().newLock(NAME);
        assertThatIllegalArgumentException().isThrownBy(() -> locks.unlock(other));
        KeyedLock others = deft.policies().newKeyedLock(NAME);
        LockPolicy mine = others.lockInterruptibly("a");
        assertThatIllegalArgumentException().isThrownBy(() -> locks.unlock(mine));
        assertThat(crew.start(() -> others.unlock(mine)).failure()).isInstanceOf(IllegalMonitorStateException.class);
        others.unlock(mine);
        assertThatThrownBy(() -> others.unlock(mine)).isInstanceOf(IllegalMonitorStateException.class);
        assertThat(others.keys()).isZero();
    }

    @Test
    void tooManyKeysAreRefused() {
        KeyedLocks few = new KeyedLocks(time, 2);
        KeyedLock bounded = new KeyedLock(new Subject(deft, NAME), LockSettings.named("few"), few, false);
        LockPolicy a = bounded.lock("a");
        LockPolicy b = bounded.lock("b");
        assertThatThrownBy(() -> bounded.lock("c"))
                .isInstanceOf(TaskRejectedException.class)
                .hasMessageContaining("Accounts.book")
                .hasMessageContaining("2 keys");
        bounded.unlock(bounded.lock("a"));
        bounded.unlock(a);
        bounded.unlock(bounded.lock("c"));
        bounded.unlock(b);
        assertThat(bounded.keys()).isZero();
    }

    @Test
    void aMillionKeysLeaveNone() {
        for (int i = 0; i < 1_000_000; i++) {
            locks.unlock(locks.lock(i));
        }
        assertThat(locks.keys()).isZero();
    }

    @Test
    void namesShareAndNoNamesDoNot() {
        TaskName other = TaskName.of("shop.Accounts", "close", "Entry");
        LockPolicy named = deft.policies().keyedLock(NAME, "accounts").lock("a");
        assertThat(deft.policies().keyedLock(other, "accounts").keys()).isOne();
        assertThat(deft.policies().keyedLock(other, "others").keys()).isZero();
        assertThat(deft.policies().newKeyedLock(NAME).keys()).isZero();
        assertThat(deft.policies().keyedLock(NAME, "accounts").named(other).toString())
                .contains("Accounts.close");
        deft.policies().keyedLock(other, "accounts").unlock(named);
        LockPolicy classLock = deft.policies().keyedClassLock(NAME).lock("a");
        assertThat(deft.policies().keyedClassLock(other).keys()).isOne();
        deft.policies().keyedClassLock(other).unlock(classLock);

        assertThat(deft.policies().lock(NAME, "accounts").fairLock())
                .isSameAs(deft.policies().lock(other, "accounts").fairLock());
        assertThat(deft.policies().classLock(NAME).fairLock())
                .isSameAs(deft.policies().classLock(other).fairLock());
        assertThat(deft.policies().newLock(NAME).fairLock())
                .isNotSameAs(deft.policies().newLock(NAME).fairLock());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theBooksAreRightAfterwards(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AtomicIntegerArray inside = new AtomicIntegerArray(5);
        AtomicInteger taken = new AtomicInteger();
        List<Crew.Member> members = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            SplittableRandom own = random.split();
            Crew.Member member = crew.start(() -> {
                for (int round = 0; round < 20; round++) {
                    int key = own.nextInt(5);
                    LockPolicy lock = locks.lock(key);
                    try {
                        taken.incrementAndGet();
                        assertThat(inside.incrementAndGet(key)).isOne();
                        time.sleep(Duration.ofMillis(own.nextInt(3)));
                    } finally {
                        inside.decrementAndGet(key);
                        locks.unlock(lock);
                    }
                }
            });
            members.add(member);
            if (own.nextInt(3) == 0) {
                long at = Duration.ofMillis(own.nextInt(400)).toNanos();
                time.schedule(at, own.nextBoolean() ? member.context::cancel : member::interrupt);
            }
        }
        for (Crew.Member member : members) {
            Throwable failure = member.failure();
            assertThat(failure == null
                            || failure instanceof CancellationException
                            || failure instanceof InterruptedException
                            || failure instanceof TaskInterruptedException)
                    .as("%s", failure)
                    .isTrue();
        }
        assertThat(taken.get()).isGreaterThan(500);
    }
}
