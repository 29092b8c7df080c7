package dev.deft.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks long lines of code at the outermost place that helps. JavaPoet breaks the heads of methods by itself, within
 * {@code throws} too; those are put together again first.
 */
final class CodeLines {
    /** No line is longer, if it can be helped. */
    static final int WIDTH = 120;

    /** How far the rest of a member stands to the right, at the least. */
    static final String CONTINUATION = "            ";

    private static final String MEMBER = "    ";
    private static final String FURTHER = "        ";

    private static final Pattern ANNOTATION_WITH_VALUES = Pattern.compile("\\s*@[\\w.$]+\\(");

    private CodeLines() {}

    static List<String> wrapped(List<String> lines) {
        List<String> wrapped = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!isCode(line)) {
                wrapped.add(line);
                continue;
            }
            StringBuilder whole = new StringBuilder(line);
            while (isUnfinishedAnnotation(whole.toString()) && i + 1 < lines.size()) {
                i++;
                whole.append(whole.charAt(whole.length() - 1) == ',' ? " " : "")
                        .append(lines.get(i).strip());
            }
            while (isUnfinishedHead(whole.toString()) && i + 1 < lines.size()) {
                i++;
                whole.append(whole.charAt(whole.length() - 1) == '(' ? "" : " ")
                        .append(lines.get(i).strip());
            }
            String text = withoutSpaceBeforeNested(whole.toString());
            if (text.length() <= WIDTH) {
                wrapped.add(text);
            } else if (isMember(text) && text.endsWith(" {")) {
                wrapHead(text, wrapped);
            } else {
                wrap(text, wrapped);
            }
        }
        return wrapped;
    }

    private static boolean isCode(String line) {
        String text = line.strip();
        return !text.isEmpty() && !text.startsWith("*") && !text.startsWith("/*");
    }

    private static boolean isMember(String line) {
        return line.startsWith(MEMBER) && line.length() > MEMBER.length() && " @}".indexOf(line.charAt(4)) < 0;
    }

    /** JavaPoet gives each value of an annotation a line of its own, and the closing parenthesis another. */
    private static boolean isUnfinishedAnnotation(String line) {
        return ANNOTATION_WITH_VALUES.matcher(line).lookingAt() && !line.endsWith(")");
    }

    private static boolean isUnfinishedHead(String line) {
        return isMember(line) && "{;".indexOf(line.charAt(line.length() - 1)) < 0 && !line.contains(" = ");
    }

    /** The head of a method: {@code throws} goes to the next line, and if that is not enough, the parameters do. */
    private static void wrapHead(String head, List<String> wrapped) {
        int end = endOfParameters(head);
        int start = startOfParameters(head, end);
        boolean hasThrows = head.startsWith(" throws ", end + 1);
        String signature = head.substring(0, end + 1);
        String rest = head.substring(end + 1);
        if (!hasThrows) {
            signature += rest;
        }
        if (signature.length() <= WIDTH || end == start + 1) {
            wrapped.add(signature);
        } else {
            wrapped.add(signature.substring(0, start + 1));
            wrap(MEMBER + FURTHER + signature.substring(start + 1), "", wrapped);
        }
        if (hasThrows) {
            wrap(MEMBER + FURTHER + rest.strip(), wrapped);
        }
    }

    private static int endOfParameters(String head) {
        int depth = 0;
        for (int i = 0; i < head.length(); i++) {
            depth += head.charAt(i) == '(' ? 1 : head.charAt(i) == ')' ? -1 : 0;
            boolean closes = depth == 0 && head.charAt(i) == ')';
            if (closes && (head.startsWith(" throws ", i + 1) || head.startsWith(" {", i + 1))) {
                return i;
            }
        }
        return head.length() - 1;
    }

    private static int startOfParameters(String head, int end) {
        int depth = 0;
        for (int i = end; i > 0; i--) {
            depth += head.charAt(i) == ')' ? 1 : head.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return end - 1;
    }

    private static void wrap(String line, List<String> wrapped) {
        wrap(line, FURTHER, wrapped);
    }

    private static void wrap(String line, String further, List<String> wrapped) {
        String margin = line.substring(0, line.length() - line.stripLeading().length());
        String rest = line;
        String indent = margin;
        while (rest.length() > WIDTH) {
            int at = bestBreak(rest, indent.length());
            if (at < 0) {
                break;
            }
            wrapped.add(rest.substring(0, at).stripTrailing());
            indent = margin + further;
            rest = indent + rest.substring(at).stripLeading();
        }
        wrapped.add(rest);
    }

    /** The last of the outermost places within the width where a line may be broken; -1 if there is none. */
    private static int bestBreak(String line, int margin) {
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        int depth = 0;
        boolean inString = false;
        for (int i = margin; i < line.length() && i <= WIDTH; i++) {
            char letter = line.charAt(i);
            if (letter == '"' && line.charAt(i - 1) != '\\') {
                inString = !inString;
            }
            if (inString) {
                continue;
            }
            if (line.startsWith("//", i)) {
                break;
            }
            depth += letter == '(' || letter == '<' ? 1 : 0;
            depth -= letter == ')' || (letter == '>' && line.charAt(i - 1) != '-') ? 1 : 0;
            int rank = rank(line, i, depth);
            if (i > margin && rank < Integer.MAX_VALUE && rank <= bestRank) {
                best = letter == '(' ? i + 1 : i;
                bestRank = rank;
            }
        }
        return best;
    }

    /** How willingly a line is broken at a place: the less, the better; the largest number if not at all. */
    private static int rank(String line, int at, int depth) {
        if (line.charAt(at) == '(') {
            return line.startsWith("()", at) ? Integer.MAX_VALUE : 3 * depth + 1;
        }
        if (line.charAt(at) != ' ') {
            return Integer.MAX_VALUE;
        }
        if (line.startsWith(" ? ", at)) {
            return 3 * depth - 1;
        }
        boolean between = line.charAt(at - 1) == ',' || line.startsWith(" && ", at) || line.startsWith(" || ", at);
        return between || line.startsWith(" : ", at) ? 3 * depth : Integer.MAX_VALUE;
    }

    /** JavaPoet prints {@code Map. @Nullable Entry}. */
    private static String withoutSpaceBeforeNested(String line) {
        return line.contains("\"") ? line : line.replace(". @", ".@");
    }
}
