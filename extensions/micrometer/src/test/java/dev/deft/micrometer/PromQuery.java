package dev.deft.micrometer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus asks for. Reads as much of the language as the queries of {@code docs/operations} need, and
 * refuses the rest.
 *
 * @param selectors the series
 * @param groupings the labels by which it groups or joins
 */
record PromQuery(List<Selector> selectors, Set<String> groupings) {
    /** Series of a name, whose labels have such values. */
    record Selector(String name, List<Condition> conditions) {}

    /** A label and the values it may have, or must not. */
    record Condition(String label, Set<String> values) {}

    static PromQuery of(String text) {
        Reader reader = new Reader(text);
        reader.read();
        return new PromQuery(reader.selectors, reader.groupings);
    }

    /** Goes through the tokens of an expression once. */
    private static final class Reader {
        private static final Pattern TOKEN = Pattern.compile("""
                \\s+|"(?:[^"\\\\]|\\\\.)*"|\\[[^\\]]*]|\\d+(?:\\.\\d+)?|[A-Za-z_:][\\w:]*|=~|!~|!=|==|<=|>=|[-+*/(){},=<>]""");
        private static final Set<String> AGGREGATIONS = Set.of("sum", "max", "min", "avg", "count");
        private static final Set<String> GROUPINGS = Set.of("by", "on");
        private static final Set<String> OPERATORS = Set.of("and", "or", "unless");
        private static final Set<String> FUNCTIONS = Set.of(
                "rate", "increase", "histogram_quantile", "avg_over_time", "min_over_time", "max_over_time", "absent");
        private static final Set<String> COMPARISONS = Set.of("=", "!=", "=~", "!~");

        private final String text;
        private final List<String> tokens = new ArrayList<>();
        private final List<Selector> selectors = new ArrayList<>();
        private final Set<String> groupings = new HashSet<>();
        private int next;

        Reader(String text) {
            this.text = text;
            Matcher matcher = TOKEN.matcher(text);
            while (matcher.regionStart() < text.length()) {
                require(matcher.lookingAt(), "no token at " + matcher.regionStart());
                String token = matcher.group();
                if (!token.isBlank() && !token.startsWith("[")) { // ranges name nothing
                    tokens.add(token);
                }
                matcher.region(matcher.end(), text.length());
            }
        }

        void read() {
            int depth = 0;
            while (next < tokens.size()) {
                String token = take();
                switch (token) {
                    case "(" -> depth++;
                    case ")" -> depth--;
                    case "{" -> require(false, "a selector without a name");
                    default -> {
                        if (isName(token)) {
                            named(token);
                        }
                    }
                }
                require(depth >= 0, "a parenthesis too many");
            }
            require(depth == 0, "a parenthesis is missing");
        }

        private void named(String name) {
            if (GROUPINGS.contains(name)) {
                list();
            } else if (AGGREGATIONS.contains(name)) {
                require(isNext("(") || isNext("by"), name + " of what?");
            } else if (isNext("(")) {
                require(FUNCTIONS.contains(name) || OPERATORS.contains(name), "no function is called " + name);
            } else if (!OPERATORS.contains(name)) {
                selectors.add(new Selector(name, conditions()));
            }
        }

        /** Of labels, in parentheses. */
        private void list() {
            expect("(");
            do {
                groupings.add(name());
            } while (skip(","));
            expect(")");
        }

        private List<Condition> conditions() {
            List<Condition> conditions = new ArrayList<>();
            if (skip("{")) {
                do {
                    String label = name();
                    require(COMPARISONS.contains(take()), "a comparison is missing after " + label);
                    String value = take();
                    require(value.startsWith("\""), "a value is missing after " + label);
                    conditions.add(new Condition(
                            label, Set.of(value.substring(1, value.length() - 1).split("\\|"))));
                } while (skip(","));
                expect("}");
            }
            return conditions;
        }

        private String name() {
            String name = take();
            require(isName(name), name + " is no name");
            return name;
        }

        private static boolean isName(String token) {
            return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
        }

        private String take() {
            require(next < tokens.size(), "something is missing at the end");
            return tokens.get(next++);
        }

        private boolean isNext(String token) {
            return next < tokens.size() && tokens.get(next).equals(token);
        }

        private boolean skip(String token) {
            boolean there = isNext(token);
            if (there) {
                next++;
            }
            return there;
        }

        private void expect(String token) {
            require(skip(token), token + " is missing");
        }

        private void require(boolean condition, String otherwise) {
            if (!condition) {
                throw new IllegalArgumentException(otherwise + " in " + text);
            }
        }
    }
}
