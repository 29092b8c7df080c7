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
        boolean isBrokenAbove = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = isBrokenAbove && isLink(lines.get(i)) ? FURTHER + lines.get(i) : lines.get(i);
            isBrokenAbove &= isLink(line);
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
                LongLine.wrap(text, wrapped);
                isBrokenAbove = true;
            }
        }
        return wrapped;
    }

    /** A link of a chain of calls, which stands to the right of the line in which the chain begins. */
    private static boolean isLink(String line) {
        return line.stripLeading().startsWith(".");
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
            LongLine.wrapRest(MEMBER + FURTHER + signature.substring(start + 1), wrapped);
        }
        if (hasThrows) {
            LongLine.wrap(MEMBER + FURTHER + rest.strip(), wrapped);
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

    /** JavaPoet prints {@code Map. @Nullable Entry}. */
    private static String withoutSpaceBeforeNested(String line) {
        return line.contains("\"") ? line : line.replace(". @", ".@");
    }
}
