package dev.deft.health;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found of one kind: how many, and the first of them.
 *
 * @param count how many there are
 * @param first the first, no more than were asked for
 * @param <T> the kind
 */
public record Findings<T>(int count, List<T> first) {
    /** Copies the list. */
    public Findings {
        first = List.copyOf(first);
    }

    /**
     * Whether nothing was found.
     *
     * @return true if there is none
     */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Gathers findings and keeps no more than it may. */
    static final class Collector<T> {
        private final int most;
        private final List<T> first = new ArrayList<>();
        private int count;

        Collector(int most) {
            this.most = most;
        }

        void add(T finding) {
            count++;
            if (first.size() < most) {
                first.add(finding);
            }
        }

        Findings<T> findings() {
            return new Findings<>(count, first);
        }
    }
}
