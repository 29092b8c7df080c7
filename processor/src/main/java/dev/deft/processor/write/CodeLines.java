package dev.deft.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
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

    private static final Pattern ANNOTATION = Pattern.compile("@[\\p{javaJavaIdentifierPart}.]+");

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
            } else if (isMember(CodeText.withoutLiterals(text)) && text.endsWith(" {")) {
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
        return line.startsWith(".", CodeText.margin(line));
    }

    private static boolean isCode(String line) {
        int start = CodeText.margin(line);
        return start < line.length() && !line.startsWith("*", start) && !line.startsWith("/*", start);
    }

    /** More than the annotations before it, which may stand on lines of their own. */
    private static boolean isMember(String code) {
        int start = behindAnnotations(code);
        return CodeText.margin(code) == MEMBER.length()
                && start >= 0
                && !code.startsWith("}", start)
                && start < code.length();
    }

    /** JavaPoet gives each value of an annotation a line of its own, and the closing parenthesis another. */
    private static boolean isUnfinishedAnnotation(String line) {
        return line.startsWith("@", CodeText.margin(line)) && behindAnnotations(CodeText.withoutLiterals(line)) < 0;
    }

    private static boolean isUnfinishedHead(String line) {
        if (CodeText.margin(line) != MEMBER.length()) {
            return false;
        }
        String code = CodeText.withoutLiterals(line);
        return isMember(code) && "{;".indexOf(code.charAt(code.length() - 1)) < 0 && !isAssignment(code);
    }

    /** Where the annotations end that a line begins with; -1 if the last of them does not. */
    private static int behindAnnotations(String code) {
        int at = CodeText.margin(code);
        Matcher annotation = ANNOTATION.matcher(code);
        while (annotation.region(at, code.length()).lookingAt()) {
            at = annotation.end();
            if (code.startsWith("(", at)) {
                at = CodeText.closing(code, at) + 1;
                if (at == 0) {
                    return -1;
                }
            }
            at += CodeText.margin(code.substring(at));
        }
        return at;
    }

    /** Whether it is one itself; annotations in it may assign values, too. */
    private static boolean isAssignment(String code) {
        return CodePlaces.of(code).stream().anyMatch(place -> place.kind() == CodePlaces.Kind.ASSIGNMENT);
    }

    /** The head of a method: {@code throws} goes to the next line, and if that is not enough, the parameters do. */
    private static void wrapHead(String head, List<String> wrapped) {
        String code = CodeText.withoutLiterals(head);
        int end = endOfParameters(code);
        int start = startOfParameters(code, end);
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

    private static int endOfParameters(String code) {
        int depth = 0;
        for (int i = 0; i < code.length(); i++) {
            depth += code.charAt(i) == '(' ? 1 : code.charAt(i) == ')' ? -1 : 0;
            boolean closes = depth == 0 && code.charAt(i) == ')';
            if (closes && (code.startsWith(" throws ", i + 1) || code.startsWith(" {", i + 1))) {
                return i;
            }
        }
        return code.length() - 1;
    }

    private static int startOfParameters(String code, int end) {
        int depth = 0;
        for (int i = end; i > 0; i--) {
            depth += code.charAt(i) == ')' ? 1 : code.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return end - 1;
    }

    /** JavaPoet prints {@code Map. @Nullable Entry}. */
    private static String withoutSpaceBeforeNested(String line) {
        if (!line.contains(". @")) {
            return line;
        }
        String code = CodeText.withoutLiterals(line);
        StringBuilder text = new StringBuilder(line);
        for (int at = code.lastIndexOf(". @"); at >= 0; at = code.lastIndexOf(". @", at - 1)) {
            text.deleteCharAt(at + 1);
        }
        return text.toString();
    }
}
