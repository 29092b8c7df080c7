package dev.deft.metrics;

import static dev.deft.metrics.MeterTags.ORDINAL;
import static dev.deft.metrics.MeterTags.OUTCOME;
import static dev.deft.metrics.MeterTags.TASK;
import static dev.deft.metrics.MeterTags.WORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.deft.Deft;
import dev.deft.TaskName;
import dev.deft.policy.LimitSettings;
import dev.deft.time.VirtualTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A metrics library of which a part throws: it is told once, and the rest works. */
class BrokenMetersTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final TaskName REFUND = TaskName.of("shop.PaymentService", "refund", "Order");
    private static final Logger LOG = Logger.getLogger("dev.deft");

    private final KeptMeters meters = new KeptMeters();
    private final List<LogRecord> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler capture = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listenToTheLog() {
        LOG.addHandler(capture);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(capture);
        LOG.setUseParentHandlers(true);
    }

    private Deft metered(MeterRegistrar registrar) {
        return Deft.builder()
                .time(new VirtualTime())
                .listener(new MeteringListener(registrar))
                .build();
    }

    private static void call(Deft deft, TaskName task, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(deft.start(task, () -> "done").join()).isEqualTo("done");
        }
    }

    private long succeeded(String task) {
        return meters.count(DeftMeter.CALLS, TASK, task, OUTCOME, "succeeded");
    }

    @Test
    void aMeterThatCannotBeRegisteredIsToldOnceAndTheOthersAreKept() {
        AtomicInteger asked = new AtomicInteger();
        MeterRegistrar registrar = new Partly(meters) {
            @Override
            public Counter counter(DeftMeter meter, Map<String, String> tags) {
                if (meter == DeftMeter.RETRIES) {
                    asked.incrementAndGet();
                    throw new IllegalArgumentException("there is such a meter with other tags");
                }
                return super.counter(meter, tags);
            }
        };
        try (Deft deft = metered(registrar)) {
            deft.policies().limit(CHARGE, LimitSettings.permits(1));
            call(deft, CHARGE, 10);
            call(deft, REFUND, 10);
        }
        assertThat(asked).as("once for each task").hasValue(2);
        assertThat(logged).hasSize(1);
        assertThat(logged.getFirst().getMessage()).contains("deft.retries", "PaymentService.charge");
        assertThat(logged.getFirst().getThrown()).hasMessage("there is such a meter with other tags");
        assertThat(succeeded("PaymentService.charge")).isEqualTo(10);
        assertThat(succeeded("PaymentService.refund")).isEqualTo(10);
    }

    @Test
    void aLibraryThatThrowsWhateverItIsAskedIsToldOnceForEachMeter() {
        AtomicInteger asked = new AtomicInteger();
        MeterRegistrar registrar = new Partly(meters) {
            @Override
            public Counter counter(DeftMeter meter, Map<String, String> tags) {
                asked.incrementAndGet();
                throw new NoClassDefFoundError("of another version");
            }

            @Override
            public Timer timer(DeftMeter meter, Map<String, String> tags) {
                asked.incrementAndGet();
                throw new IllegalStateException("closed");
            }

            @Override
            public <S> void gauge(
                    DeftMeter meter, Map<String, String> tags, S source, ToDoubleFunction<? super S> value) {
                asked.incrementAndGet();
                throw new IllegalStateException("closed");
            }
        };
        try (Deft deft = metered(registrar)) {
            deft.policies().limit(CHARGE, LimitSettings.permits(1));
            int before = asked.get();
            int told = logged.size();
            call(deft, CHARGE, 100);
            deft.policies().limit(REFUND, LimitSettings.permits(1));
            assertThat(asked).as("the other task's alone").hasValue(2 * before);
            assertThat(logged).hasSize(told);
        }
        assertThat(logged)
                .extracting(LogRecord::getMessage)
                .allMatch(line -> line.startsWith("The meter deft."))
                .doesNotHaveDuplicates();
    }

    @Test
    void aMeterThatThrowsWhenItIsUsedIsLeftAlone() {
        AtomicInteger used = new AtomicInteger();
        MeterRegistrar registrar = new Partly(meters) {
            @Override
            public Counter counter(DeftMeter meter, Map<String, String> tags) {
                if (meter == DeftMeter.CALLS && tags.containsValue("PaymentService.charge")) {
                    return () -> {
                        used.incrementAndGet();
                        throw new IllegalStateException("full");
                    };
                }
                return super.counter(meter, tags);
            }

            @Override
            public Timer timer(DeftMeter meter, Map<String, String> tags) {
                if (meter == DeftMeter.DURATION) {
                    return duration -> {
                        used.incrementAndGet();
                        throw new IllegalStateException("full");
                    };
                }
                return super.timer(meter, tags);
            }
        };
        try (Deft deft = metered(registrar)) {
            call(deft, CHARGE, 10);
            assertThat(meters.value(DeftMeter.ACTIVE, TASK, "PaymentService.charge"))
                    .as("what comes after the one that throws is done")
                    .isZero();
            call(deft, REFUND, 10);
        }
        assertThat(used).as("calls, and the durations of two tasks").hasValue(3);
        assertThat(logged).extracting(LogRecord::getMessage).hasSize(2).doesNotHaveDuplicates();
        assertThat(succeeded("PaymentService.refund")).isEqualTo(10);
    }

    @Test
    void aBridgeThatForgetsToGiveAMeterIsTold() {
        MeterRegistrar registrar = new Partly(meters) {
            @Override
            @SuppressWarnings("NullAway") // that is the mistake
            public Timer timer(DeftMeter meter, Map<String, String> tags) {
                return null;
            }
        };
        try (Deft deft = metered(registrar)) {
            call(deft, CHARGE, 3);
        }
        assertThat(logged).extracting(LogRecord::getThrown).hasSize(2).allMatch(NullPointerException.class::isInstance);
        assertThat(succeeded("PaymentService.charge")).isEqualTo(3);
    }

    @Test
    void gaugesOfPoliciesAreKeptWhereOnlyOneIsBroken() {
        MeterRegistrar registrar = new Partly(meters) {
            @Override
            public <S> void gauge(
                    DeftMeter meter, Map<String, String> tags, S source, ToDoubleFunction<? super S> value) {
                if (meter == DeftMeter.LIMIT_SIZE) {
                    throw new IllegalArgumentException("not this one");
                }
                super.gauge(meter, tags, source, value);
            }
        };
        try (Deft deft = metered(registrar)) {
            deft.policies().limit(CHARGE, LimitSettings.permits(2)).acquire();
            assertThat(meters.value(DeftMeter.LIMIT_USED, TASK, "PaymentService.charge", WORD, "limit", ORDINAL, "1"))
                    .isEqualTo(1);
        }
        assertThat(logged).hasSize(1);
    }

    @Test
    void thereHasToBeALibrary() {
        assertThatNullPointerException()
                .isThrownBy(() -> new MeteringListener(null))
                .withMessage("registrar");
    }

    /** Meters that are kept, but for those that a test breaks. */
    private static class Partly implements MeterRegistrar {
        private final MeterRegistrar whole;

        Partly(MeterRegistrar whole) {
            this.whole = whole;
        }

        @Override
        public Counter counter(DeftMeter meter, Map<String, String> tags) {
            return whole.counter(meter, tags);
        }

        @Override
        public Timer timer(DeftMeter meter, Map<String, String> tags) {
            return whole.timer(meter, tags);
        }

        @Override
        public <S> void gauge(DeftMeter meter, Map<String, String> tags, S source, ToDoubleFunction<? super S> value) {
            whole.gauge(meter, tags, source, value);
        }
    }
}
