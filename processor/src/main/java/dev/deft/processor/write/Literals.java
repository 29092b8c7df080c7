package dev.deft.processor.write;

/** Values as Java writes them, on one line. */
final class Literals {
    private Literals() {}

    /** A text; JavaPoet would break the line behind each of its line breaks, and at letters that are none in Java. */
    static String of(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(letter -> literal.append(letter == '\'' ? "'" : escaped((char) letter)));
        return literal.append('"').toString();
    }

    static String of(char letter) {
        return "'" + (letter == '"' ? "\"" : escaped(letter)) + "'";
    }

    static String of(double number) {
        return Double.isFinite(number) ? Double.toString(number) : quotient(number) + ".0 / 0";
    }

    static String of(float number) {
        return Float.isFinite(number) ? number + "f" : quotient(number) + "f / 0";
    }

    /** What gives such a number when it is divided by zero. */
    private static String quotient(double number) {
        return Double.isNaN(number) ? "0" : number > 0 ? "1" : "-1";
    }

    private static String escaped(char letter) {
        return switch (letter) {
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case '"' -> "\\\"";
            case '\'' -> "\\'";
            case '\\' -> "\\\\";
            default -> isPlain(letter) ? String.valueOf(letter) : String.format("\\u%04x", (int) letter);
        };
    }

    private static boolean isPlain(char letter) {
        return !Character.isISOControl(letter) && letter != '\u2028' && letter != '\u2029';
    }
}
