package dev.deft.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts short Javadoc on one line and breaks long lines of it. */
final class JavadocLines {
    private static final Pattern LINE = Pattern.compile("( *) \\* (.*)");

    private JavadocLines() {}

    static List<String> wrapped(List<String> lines) {
        List<String> wrapped = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String oneLine = oneLine(lines, i);
            if (!oneLine.isEmpty()) {
                wrapped.add(oneLine);
                i += 2;
            } else {
                wrap(lines.get(i), wrapped);
            }
        }
        return wrapped;
    }

    private static String oneLine(List<String> lines, int start) {
        boolean three = start + 2 < lines.size()
                && lines.get(start).strip().equals("/**")
                && lines.get(start + 2).strip().equals("*/");
        Matcher text = LINE.matcher(three ? lines.get(start + 1) : "");
        String line = text.matches() ? text.group(1) + "/** " + text.group(2) + " */" : "";
        return line.length() <= CodeLines.WIDTH ? line : "";
    }

    private static void wrap(String line, List<String> wrapped) {
        Matcher matcher = LINE.matcher(line);
        if (line.length() <= CodeLines.WIDTH || !matcher.matches()) {
            wrapped.add(line);
            return;
        }
        String margin = matcher.group(1) + " * ";
        int width = CodeLines.WIDTH - margin.length();
        String rest = matcher.group(2);
        while (rest.length() > width) {
            int end = lastBreak(rest, width);
            if (end < 0) {
                break;
            }
            wrapped.add(margin + rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        wrapped.add(margin + rest);
    }

    /** The last space within the width, outside of inline tags if possible; else the first behind it. */
    private static int lastBreak(String text, int width) {
        int outside = -1;
        int inside = -1;
        int depth = 0;
        for (int i = 0; i < text.length() && (i <= width || Math.max(outside, inside) < 0); i++) {
            char letter = text.charAt(i);
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            if (letter == ' ' && depth == 0 && !isBeforeUnit(text, i)) {
                outside = i;
            } else if (letter == ' ' && !text.startsWith("{@", text.lastIndexOf(' ', i - 1) + 1)) {
                inside = i;
            }
        }
        return outside > 0 ? outside : inside;
    }

    /** {@code 100 ms} stays together. */
    private static boolean isBeforeUnit(String text, int space) {
        return space > 0
                && space + 1 < text.length()
                && Character.isDigit(text.charAt(space - 1))
                && Character.isLowerCase(text.charAt(space + 1));
    }
}
