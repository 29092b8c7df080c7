package dev.deft.internal;

import java.util.Collection;
import java.util.Locale;

/** "Did you mean": the known name that a mistyped one is closest to. */
public final class NearMiss {
    private NearMiss() {}

    /**
     * Suggests a name.
     *
     * @param written what is none
     * @param known what there is
     * @return {@code ", did you mean attempts?"}, or nothing if none is close enough
     */
    public static String hint(String written, Collection<String> known) {
        String best = "";
        int fewest = Math.max(1, written.length() / 3) + 1;
        for (String name : known.stream().sorted().toList()) {
            int steps = steps(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (steps < fewest) {
                fewest = steps;
                best = name;
            }
        }
        return best.isEmpty() ? "" : ", did you mean " + best + "?";
    }

    /** Letters to add, drop, change or swap with a neighbour: the optimal string alignment distance. */
    private static int steps(String from, String to) {
        int[] beforeLast = new int[0];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(row[j - 1], last[j]));
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }
}
