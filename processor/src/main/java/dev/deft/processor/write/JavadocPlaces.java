package dev.deft.processor.write;

/**
 * How willingly a line of Javadoc is broken at each of its letters, from the first to the last: between words rather than
 * within an inline tag, there between the attributes of an annotation rather than within one, and never within a string
 * nor between a number and its unit.
 */
final class JavadocPlaces {
    /** The rank of a place where a line is not broken. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final int BETWEEN_WORDS = 0;

    private final String text;
    private boolean inTag;
    private int brackets;
    private boolean inString;

    private JavadocPlaces(String text) {
        this.text = text;
    }

    /** The rank of each letter of a text: the less, the better. */
    static int[] ranks(String text) {
        JavadocPlaces places = new JavadocPlaces(text);
        int[] ranks = new int[text.length()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = places.rank(i);
        }
        return ranks;
    }

    /** To be asked of one letter after the other. */
    private int rank(int at) {
        char letter = text.charAt(at);
        if (text.startsWith("{@", at) || text.startsWith("<code>", at)) {
            inTag = true;
        } else if (inTag) {
            track(letter, at);
        }
        return letter == ' ' ? rankOfSpace(at) : NEVER;
    }

    private void track(char letter, int at) {
        if (letter == '"' && !text.startsWith("&#92;", at - 5)) {
            inString = !inString;
        } else if (!inString && (letter == '(' || letter == '{')) {
            brackets++;
        } else if (!inString && (letter == ')' || (letter == '}' && brackets > 0))) {
            brackets--;
        } else if ((letter == '}' && !inString) || text.startsWith("</code>", at)) {
            inTag = false;
            brackets = 0;
            inString = false;
        }
    }

    private int rankOfSpace(int at) {
        if (!inTag) {
            return isBeforeUnit(at) ? NEVER : BETWEEN_WORDS;
        }
        return inString || text.charAt(at - 1) != ',' ? NEVER : brackets;
    }

    /** {@code 100 ms} stays together, and {@code 25 %}. */
    private boolean isBeforeUnit(int space) {
        return space > 0
                && space + 1 < text.length()
                && Character.isDigit(text.charAt(space - 1))
                && (Character.isLowerCase(text.charAt(space + 1)) || text.charAt(space + 1) == '%');
    }
}
