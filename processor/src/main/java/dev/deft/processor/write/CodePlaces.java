package dev.deft.processor.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Where a line of code can be broken. */
final class CodePlaces {
    /** What a line can be broken at. */
    enum Kind {
        /** Behind the {@code =} of an assignment. */
        ASSIGNMENT,
        /** Before {@code ?}, {@code :}, {@code &&} or {@code ||}. */
        OPERATOR,
        /** Behind the parenthesis that opens arguments. */
        CALL,
        /** Behind a comma. */
        COMMA,
        /** Before a comment at the end of the line. */
        COMMENT
    }

    /**
     * A place.
     *
     * @param kind what is there
     * @param at where the rest of the line begins
     * @param depth how many brackets are open there; negative where more are closed than the line opens
     * @param isCondition whether nothing but brackets that group a condition are open
     */
    record Place(Kind kind, int at, int depth, boolean isCondition) {}

    private static final List<String> OPERATORS = List.of("? ", ": ", "&& ", "|| ");

    private final String text;
    private final List<Place> places = new ArrayList<>();

    /** The brackets that are open, {@code f} for that of a call; those that the line does not open are not among them. */
    private final Deque<Character> open = new ArrayDeque<>();

    private int depth;

    private CodePlaces(String text) {
        this.text = CodeText.withoutLiterals(text);
    }

    /** The places of a line, from left to right. */
    static List<Place> of(String line) {
        CodePlaces found = new CodePlaces(line);
        found.scan(CodeText.margin(line));
        return found.places;
    }

    private void scan(int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.startsWith("// ", i)) {
                add(Kind.COMMENT, i);
                return;
            }
            look(text.charAt(i), i, start);
        }
    }

    private void look(char letter, int i, int start) {
        switch (letter) {
            case '(' -> {
                boolean isCall = Character.isJavaIdentifierPart(text.charAt(i - 1));
                open(isCall ? 'f' : '(');
                if (isCall && !text.startsWith("()", i)) {
                    add(Kind.CALL, i + 1, depth - 1);
                }
            }
            case '<' -> open('<');
            case ')' -> close();
            case '>' -> {
                if (text.charAt(i - 1) != '-') {
                    close();
                }
            }
            case ' ' -> {
                if (text.charAt(i - 1) == ',') {
                    add(Kind.COMMA, i + 1);
                } else if (text.startsWith("= ", i - 1) && depth == 0) {
                    add(Kind.ASSIGNMENT, i + 1);
                } else if (i > start && !open.contains('<') && isBeforeOperator(i + 1)) {
                    add(Kind.OPERATOR, i + 1);
                }
            }
            default -> {}
        }
    }

    private boolean isBeforeOperator(int at) {
        return OPERATORS.stream().anyMatch(operator -> text.startsWith(operator, at));
    }

    private void open(char bracket) {
        open.push(bracket);
        depth++;
    }

    private void close() {
        open.poll();
        depth--;
    }

    private void add(Kind kind, int at) {
        add(kind, at, depth);
    }

    private void add(Kind kind, int at, int depth) {
        places.add(new Place(kind, at, depth, open.stream().allMatch(bracket -> bracket == '(')));
    }
}
