package dev.deft.policy;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.deft.Deft;
import dev.deft.LimitExceededException;
import dev.deft.TaskName;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** The state of a key is one while somebody uses it, and gone afterwards. */
final class KeyRaces {
    private KeyRaces() {}

    /** Two calls with one key, of which one may be inside: the one drops the key's state while the other comes. */
    @JCStressTest
    @Outcome(
            id = {"1, 1, 0", "1, 0, 0", "0, 1, 0"},
            expect = ACCEPTABLE,
            desc = "one after the other, or one refused")
    @Outcome(expect = FORBIDDEN, desc = "both inside, or a key left behind")
    @State
    public static class ComeAndGo {
        private final KeyedLimit limits = Deft.builder()
                .build()
                .policies()
                .keyedLimit(TaskName.named("race"), LimitSettings.permits(1).maxWait(Duration.ZERO));

        private volatile boolean inside;

        private int call() {
            LimitPolicy limit;
            try {
                limit = limits.acquire("key");
            } catch (LimitExceededException refused) {
                return 0;
            }
            boolean alone = !inside;
            inside = true;
            int result = alone ? 1 : 2;
            inside = false;
            limits.release(limit);
            return result;
        }

        /** One. */
        @Actor
        public void one(III_Result entered) {
            entered.r1 = call();
        }

        /** The other. */
        @Actor
        public void other(III_Result entered) {
            entered.r2 = call();
        }

        /** The keys left. */
        @Arbiter
        public void left(III_Result keys) {
            keys.r3 = limits.keys();
        }
    }
}
