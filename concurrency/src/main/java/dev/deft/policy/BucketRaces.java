package dev.deft.policy;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A {@link TokenBucket} gives each token once. */
final class BucketRaces {
    private static final long SECOND = 1_000_000_000;

    private BucketRaces() {}

    /** Two come for the last token. */
    @JCStressTest
    @Outcome(
            id = {"true, false", "false, true"},
            expect = ACCEPTABLE,
            desc = "one of them got it")
    @Outcome(expect = FORBIDDEN, desc = "the token was lost or given twice")
    @State
    public static class LastToken {
        private final TokenBucket bucket = TokenBucket.full(1, SECOND, 1, 0);

        /** One. */
        @Actor
        public void one(ZZ_Result got) {
            got.r1 = bucket.take(0);
        }

        /** The other. */
        @Actor
        public void other(ZZ_Result got) {
            got.r2 = bucket.take(0);
        }
    }

    /** Two reserve a token that is yet to come, and one of them cancels. */
    @JCStressTest
    @Outcome(id = "1, 1, -1", expect = ACCEPTABLE, desc = "the cancelled token came back")
    @Outcome(id = "1, 1, -2", expect = ACCEPTABLE, desc = "the other had reserved behind it, and keeps its time")
    @Outcome(expect = FORBIDDEN, desc = "a token was lost or given twice")
    @State
    public static class ReserveAndCancel {
        private final TokenBucket bucket = TokenBucket.full(1, SECOND, 2, 0);

        /** The bucket is empty at first. */
        public ReserveAndCancel() {
            bucket.take(0);
            bucket.take(0);
        }

        /** Reserves, and changes its mind. */
        @Actor
        public void undecided(III_Result got) {
            long reservation = bucket.reserve(0, 1, 10 * SECOND);
            bucket.cancel(reservation, 1, 0);
            got.r1 = reservation >= 0 ? 1 : 0;
        }

        /** Reserves. */
        @Actor
        public void decided(III_Result got) {
            got.r2 = bucket.reserve(0, 1, 10 * SECOND) >= 0 ? 1 : 0;
        }

        /** What is left: below zero, what is reserved. */
        @Arbiter
        public void left(III_Result tokens) {
            tokens.r3 = (int) bucket.available(0);
        }
    }
}
