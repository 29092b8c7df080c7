package dev.deft.processor.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which parameters tell overloads apart: as few as it takes, the foremost of those that tell most. It depends on the
 * parameters alone, not on the order of the methods.
 */
final class TellingTypes {
    private TellingTypes() {}

    /**
     * The positions, in order.
     *
     * @param overloads the parameter types of each, no two alike
     */
    static Set<Integer> positions(List<List<String>> overloads) {
        int longest = overloads.stream().mapToInt(List::size).max().orElse(0);
        Set<Integer> chosen = new TreeSet<>();
        int told = toldApart(overloads, chosen);
        while (told < overloads.size() && chosen.size() < longest) {
            int best = -1;
            for (int position = 0; position < longest; position++) {
                Set<Integer> tried = new TreeSet<>(chosen);
                int byTried = tried.add(position) ? toldApart(overloads, tried) : 0;
                if (best < 0 ? !chosen.contains(position) : byTried > told) {
                    best = position;
                    told = byTried;
                }
            }
            chosen.add(best);
        }
        return chosen;
    }

    /** The types of one of them at these positions. */
    static List<String> at(Set<Integer> positions, List<String> types) {
        return positions.stream()
                .filter(position -> position < types.size())
                .map(types::get)
                .toList();
    }

    private static int toldApart(List<List<String>> overloads, Set<Integer> positions) {
        Set<List<String>> told = new HashSet<>();
        overloads.forEach(types -> told.add(at(positions, types)));
        return told.size();
    }
}
