package dev.deft.processor.write;

import dev.deft.processor.write.CodePlaces.Kind;
import dev.deft.processor.write.CodePlaces.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of code that is too long, and how it is broken: behind an {@code =} or a parenthesis if the rest then fits on a
 * line; else at all operators of a condition; else at the last comma that fits. What lies deeper stands further to the
 * right.
 */
final class LongLine {
    private static final int STEP = 8;

    private final String text;
    private final int margin;

    /** Whether this is the rest of a line, which stands to the right of that already. */
    private final boolean isRest;

    private final List<Place> places;

    private LongLine(String text, boolean isRest) {
        this.text = text;
        this.margin = text.length() - text.stripLeading().length();
        this.isRest = isRest;
        this.places = CodePlaces.of(text);
    }

    /** Adds a line, broken if it is too long; a comment at its end goes before it then. */
    static void wrap(String line, List<String> lines) {
        wrap(line, false, lines);
    }

    /** Adds the rest of a line. */
    static void wrapRest(String line, List<String> lines) {
        wrap(line, true, lines);
    }

    private static void wrap(String line, boolean isRest, List<String> lines) {
        if (line.length() <= CodeLines.WIDTH) {
            lines.add(line);
        } else {
            new LongLine(line, isRest).breakInto(lines);
        }
    }

    private void breakInto(List<String> lines) {
        Optional<Place> comment = of(Kind.COMMENT).findFirst();
        if (comment.isPresent()) {
            lines.add(rest(comment.get().at(), 0));
            wrap(text.substring(0, comment.get().at()).stripTrailing(), isRest, lines);
            return;
        }
        Optional<Place> behind = firstWithRoom(Kind.ASSIGNMENT);
        int conditions = of(Kind.OPERATOR)
                .filter(Place::isCondition)
                .mapToInt(Place::depth)
                .min()
                .orElse(Integer.MAX_VALUE);
        if (behind.isEmpty() && conditions > 0) {
            behind = firstWithRoom(Kind.CALL);
        }
        if (behind.isPresent()) {
            breakAt(behind.get().at(), STEP, lines);
        } else if (conditions < Integer.MAX_VALUE) {
            breakAtOperators(conditions, lines);
        } else {
            Optional<Place> last = lastThatFits(Kind.COMMA).or(() -> lastThatFits(Kind.CALL));
            last.ifPresentOrElse(place -> breakAt(place.at(), further(place), lines), () -> lines.add(text));
        }
    }

    private Stream<Place> of(Kind kind) {
        return places.stream().filter(place -> place.kind() == kind);
    }

    /** The first at the outside behind which all the rest fits. */
    private Optional<Place> firstWithRoom(Kind kind) {
        return of(kind).filter(place -> place.depth() == 0 && place.at() <= CodeLines.WIDTH)
                .filter(place -> margin + STEP + text.length() - place.at() <= CodeLines.WIDTH)
                .findFirst();
    }

    private Optional<Place> lastThatFits(Kind kind) {
        List<Place> fitting =
                of(kind).filter(place -> place.at() <= CodeLines.WIDTH + 1).toList();
        return fitting.stream()
                .min(Comparator.comparingInt(Place::depth))
                .map(Place::depth)
                .map(depth -> fitting.stream()
                        .filter(place -> place.depth() == depth)
                        .toList()
                        .getLast());
    }

    /** How far to the right the rest stands. */
    private int further(Place place) {
        int levels = place.kind() == Kind.CALL ? place.depth() + 1 : place.depth();
        return levels == 0 && !isRest ? STEP : levels * STEP;
    }

    private void breakAt(int at, int further, List<String> lines) {
        lines.add(text.substring(0, at).stripTrailing());
        wrapRest(rest(at, further), lines);
    }

    private void breakAtOperators(int depth, List<String> lines) {
        List<Integer> starts = of(Kind.OPERATOR)
                .filter(place -> place.isCondition() && place.depth() == depth)
                .map(Place::at)
                .toList();
        int further = Math.max(depth, 1) * STEP;
        wrap(text.substring(0, starts.getFirst()).stripTrailing(), isRest, lines);
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            wrapRest(
                    rest(starts.get(i), further)
                            .substring(0, margin + further + end - starts.get(i))
                            .stripTrailing(),
                    lines);
        }
    }

    private String rest(int at, int further) {
        return " ".repeat(margin + further) + text.substring(at);
    }
}
