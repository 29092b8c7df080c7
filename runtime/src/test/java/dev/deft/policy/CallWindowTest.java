package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallWindowTest {
    private record Call(boolean failed, boolean slow, long part) {}

    @Test
    void theLastSoManyCalls() {
        Random random = new Random(4);
        for (int size = 1; size <= 200; size++) {
            CallWindow window = new CountWindow(size);
            ArrayDeque<Call> model = new ArrayDeque<>();
            for (int i = 0; i < 5 * size + 10; i++) {
                boolean calm = random.nextInt(2 * size) != 0;
                Call call = new Call(!calm && random.nextBoolean(), !calm && random.nextBoolean(), 0);
                window.note(call.failed, call.slow, i);
                model.add(call);
                if (model.size() > size) {
                    model.remove();
                }
                assertSame(window, model);
                assertThat(window.settled)
                        .isEqualTo(model.size() == size && model.stream().noneMatch(each -> each.failed || each.slow));
            }
        }
    }

    @Test
    void theCallsOfTheLastTenParts() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            long part = 1L + random.nextInt(1_000);
            long now = random.nextInt(100_000);
            CallWindow window = new TimeWindow(part * TimeWindow.PARTS, now);
            ArrayDeque<Call> model = new ArrayDeque<>();
            for (int i = 0; i < 300; i++) {
                now += random.nextInt(random.nextInt(20) == 0 ? (int) part * 25 : (int) part / 2 + 2);
                long current = now / part;
                if (random.nextInt(4) == 0) {
                    window.expire(now);
                } else {
                    Call call = new Call(random.nextBoolean(), random.nextBoolean(), current);
                    window.note(call.failed, call.slow, now);
                    model.add(call);
                }
                model.removeIf(call -> call.part <= current - TimeWindow.PARTS);
                assertSame(window, model);
                assertThat(window.settled).isFalse();
            }
        }
    }

    @Test
    void aClockThatGoesBackwardsIsNoReasonToForget() {
        CallWindow window = new TimeWindow(100, 50);
        window.note(true, false, 50);
        window.note(true, false, 0);
        assertThat(window.failures).isEqualTo(2);
        window.expire(149);
        assertThat(window.failures).isEqualTo(2);
        window.expire(150);
        assertThat(window.failures).isZero();
    }

    private static void assertSame(CallWindow window, ArrayDeque<Call> model) {
        assertThat(window.calls).isEqualTo(model.size());
        assertThat(window.failures)
                .isEqualTo((int) model.stream().filter(Call::failed).count());
        assertThat(window.slow)
                .isEqualTo((int) model.stream().filter(Call::slow).count());
    }
}
