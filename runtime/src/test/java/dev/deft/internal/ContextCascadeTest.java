package dev.deft.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.TaskContext;
import dev.deft.time.TimeSource;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An end reaches all below it, however deep that is, and in order. */
class ContextCascadeTest {
    private static final int DEEP = 200_000;

    private final VirtualTime time = VirtualTime.manual();
    private final Scope root = scope(Context.background());

    private Scope scope(Context parent) {
        return new Scope(parent, time, null).open(parent);
    }

    @Test
    void anEndReachesAHundredThousandLevels() {
        Scope innermost = root;
        AtomicInteger told = new AtomicInteger();
        for (int depth = 0; depth < DEEP; depth++) {
            innermost.onCancel(told::incrementAndGet);
            innermost = scope(innermost);
        }
        IllegalStateException cause = new IllegalStateException("why");
        root.cancel(cause);
        assertThat(innermost.cause()).isSameAs(cause);
        assertThat(told).hasValue(DEEP);
    }

    @Test
    void parentsThatAreDoneLeaveWithTheLastBelowThemFromAnyDepth() {
        List<Scope> chain = new ArrayList<>();
        TaskContext.Cancellable deepest = root;
        Context parent = root;
        for (int depth = 0; depth < DEEP; depth++) {
            long sooner = time.nanoTime() + 2L * DEEP - depth;
            Scope timed = new Scope(parent, time, null, sooner).open(parent);
            chain.add(timed);
            parent = timed;
            deepest = timed;
        }
        TaskContext.Cancellable leaf = deepest.withCancel();
        for (Scope each : chain) {
            each.finish(); // watches a deadline of its own, so what is below keeps it
        }
        assertThat(root.linked()).isEqualTo(1);
        leaf.cancel();
        assertThat(root.linked()).isZero();
        assertThat(chain).noneMatch(TaskContext::isCancelled);
        time.advance(Duration.ofDays(1));
        assertThat(chain).noneMatch(TaskContext::isCancelled); // their timers are gone
    }

    @Test
    void eachIsToldBeforeThoseBelowItAndSettledAfterThem() {
        List<String> order = new ArrayList<>();
        Scope top = new Noting("top", root, time, order);
        Scope left = new Noting("left", top, time, order);
        new Noting("left below", left, time, order);
        top.onCancel(() -> order.add("callback"));
        new Noting("right", top, time, order);
        root.cancel();
        assertThat(order)
                .containsExactly(
                        "top ends",
                        "left ends",
                        "left below ends",
                        "left below ended",
                        "left ended",
                        "callback",
                        "right ends",
                        "right ended",
                        "top ended");
    }

    @Test
    void oneThatEndsByItselfMeanwhileIsToldOnce() throws InterruptedException {
        for (int round = 0; round < 2_000; round++) {
            Scope top = scope(root);
            List<Scope> children = new ArrayList<>();
            AtomicInteger told = new AtomicInteger();
            for (int i = 0; i < 8; i++) {
                Scope child = scope(top);
                children.add(child);
                scope(child).onCancel(told::incrementAndGet);
            }
            Thread other = Thread.ofVirtual().start(() -> children.reversed().forEach(Scope::cancel));
            top.cancel();
            other.join();
            assertThat(told).hasValue(8);
            assertThat(children).allMatch(TaskContext::isCancelled);
        }
        assertThat(root.linked()).isZero();
    }

    /** Notes when it ends, and when all below it have. */
    private static final class Noting extends Scope {
        private final String label;
        private final List<String> order;

        @SuppressWarnings("this-escape") // nothing happens to it yet
        Noting(String label, Context parent, TimeSource time, List<String> order) {
            super(parent, time, null);
            this.label = label;
            this.order = order;
            open(parent);
        }

        @Override
        protected void onEnding(boolean interrupt) {
            order.add(label + " ends");
        }

        @Override
        protected void onEnded() {
            order.add(label + " ended");
        }
    }
}
