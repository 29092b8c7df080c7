package dev.deft.processor.write;

/** Looks at a line of code letter by letter. */
final class CodeText {
    private CodeText() {}

    /** The same line, as long as it was, with a quotation mark for each letter of a text or character literal. */
    static String withoutLiterals(String line) {
        StringBuilder blank = new StringBuilder(line);
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (quote == 0) {
                if (line.startsWith("//", i)) {
                    break;
                }
                quote = letter == '"' || letter == '\'' ? letter : 0;
            } else if (letter == '\\') {
                blank.setCharAt(i, '"');
                i++;
            } else if (letter == quote) {
                quote = 0;
                blank.setCharAt(i, '"');
            }
            if (quote != 0 && i < line.length()) {
                blank.setCharAt(i, '"');
            }
        }
        return blank.toString();
    }

    /** Where the parenthesis ends that opens at a place of a line without literals; -1 if it does not. */
    static int closing(String code, int opening) {
        int depth = 0;
        for (int i = opening; i < code.length(); i++) {
            depth += code.charAt(i) == '(' ? 1 : code.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    static int margin(String line) {
        int margin = 0;
        while (margin < line.length() && Character.isWhitespace(line.charAt(margin))) {
            margin++;
        }
        return margin;
    }
}
