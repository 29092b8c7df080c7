package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.TaskContext;
import dev.deft.time.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Virtual threads for a test, known to its time. Closing it waits for all and looks after them. */
final class Crew implements AutoCloseable {
    private final TimeSource time;
    private final List<Member> members = new ArrayList<>();

    Crew(TimeSource time) {
        this.time = time;
    }

    /** What a member does. */
    interface Work {
        void run() throws Throwable;
    }

    /** A thread, in a context of its own. */
    final class Member {
        final TaskContext.Cancellable context;
        final Thread thread;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile Throwable failure;
        private volatile boolean interruptedAtEnd;

        Member(TaskContext.Cancellable context, Work work) {
            this.context = context;
            this.thread = Thread.ofVirtual().unstarted(() -> {
                try {
                    context.call(() -> {
                        work.run();
                        return null;
                    });
                } catch (Throwable thrown) {
                    failure = thrown;
                } finally {
                    interruptedAtEnd = Thread.interrupted();
                    context.close();
                    ended.countDown();
                    time.taskEnded(Thread.currentThread());
                }
            });
        }

        /** Interrupts it, wherever it waits. */
        void interrupt() {
            time.interrupt(thread);
        }

        boolean hasEnded() {
            return ended.getCount() == 0;
        }

        /** What it failed with, once it has ended; null if it has not failed. */
        Throwable failure() {
            try {
                assertThat(ended.await(30, TimeUnit.SECONDS))
                        .as("the thread ends")
                        .isTrue();
            } catch (InterruptedException failure) {
                throw new AssertionError(failure);
            }
            return failure;
        }

        /** Whether its interrupt flag was set when its work had ended. */
        boolean wasInterruptedAtEnd() {
            failure();
            return interruptedAtEnd;
        }
    }

    Member start(Work work) {
        return start(TaskContext.current().withCancel(), work);
    }

    Member start(TaskContext.Cancellable context, Work work) {
        Member member = new Member(context, work);
        members.add(member);
        time.taskStarting(member.thread);
        member.thread.start();
        return member;
    }

    /** Waits, in real time, for what other threads are about to bring about. */
    @SuppressWarnings("ThreadPriorityCheck") // no time may pass
    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            Thread.yield();
        }
    }

    /** Waits for all. */
    @Override
    public void close() {
        members.forEach(Member::failure);
    }
}
