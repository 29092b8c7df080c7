package dev.deft.channel;

import static dev.deft.channel.Select.otherwise;
import static dev.deft.channel.Select.receive;
import static dev.deft.channel.Select.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each ready case is as likely to be chosen as any other, wherever it stands and however many are not ready. */
class SelectFairnessTest {
    private static final int ROUNDS = 60_000;

    @Test
    void ofCasesThatAreAllReady() {
        for (int cases = 2; cases <= 8; cases++) {
            assertUniform(cases, "r".repeat(cases));
        }
    }

    @Test
    void ofReadyCasesBetweenOthers() {
        assertUniform(2, "r.....r");
        assertUniform(3, ".r..rr.");
        assertUniform(3, "..rs..s");
        assertUniform(4, "ssrr....");
        assertUniform(5, ".rsrsr.");
    }

    /** By the pattern: r, a receive case that is ready; s, a send case that is; a dot, one that is not. */
    private static void assertUniform(int ready, String pattern) {
        Random random = new Random(pattern.hashCode());
        List<Channel<Integer>> channels = new ArrayList<>();
        List<Case<Integer>> cases = new ArrayList<>();
        for (int i = 0; i < pattern.length(); i++) {
            int place = i;
            Channel<Integer> channel = Channel.buffered(1);
            channels.add(channel);
            cases.add(pattern.charAt(i) == 's' ? send(channel, 1, () -> place) : receive(channel, item -> place));
        }
        cases.add(otherwise(() -> -1));
        int[] chosen = new int[pattern.length()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < pattern.length(); i++) {
                switch (pattern.charAt(i)) {
                    case 'r' -> channels.get(i).trySend(1);
                    case 's' -> channels.get(i).tryReceive();
                    default -> {}
                }
            }
            chosen[selectBy(random, cases)]++;
        }

        double expected = (double) ROUNDS / ready;
        double chiSquare = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (pattern.charAt(i) == '.') {
                assertThat(chosen[i]).isZero();
            } else {
                chiSquare += (chosen[i] - expected) * (chosen[i] - expected) / expected;
            }
        }
        assertThat(chiSquare).as(pattern).isLessThan(limit(ready - 1));
    }

    /** What a chi-square exceeds with a probability of 0.001, by its degrees of freedom. */
    private static double limit(int degrees) {
        return new double[] {0, 10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322}[degrees];
    }

    @SuppressWarnings("unchecked") // an array of a generic type
    private static int selectBy(Random random, List<Case<Integer>> cases) {
        return new Selection<Integer>((Case<Integer>[]) cases.toArray(new Case<?>[0]), random::nextInt).run();
    }
}
