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
        if (!three) {
            return "";
        }
        Matcher text = LINE.matcher(lines.get(start + 1));
        String line = text.matches() ? text.group(1) + "/** " + text.group(2) + " */" : "";
        return line.length() <= CodeLines.WIDTH ? line : "";
    }

    private static void wrap(String line, List<String> wrapped) {
        if (line.length() <= CodeLines.WIDTH) {
            wrapped.add(line);
            return;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            wrapped.add(line);
            return;
        }
        String margin = matcher.group(1) + " * ";
        int width = CodeLines.WIDTH - margin.length();
        String text = matcher.group(2);
        int[] ranks = JavadocPlaces.ranks(text);
        int start = 0;
        while (text.length() - start > width) {
            int end = lastBreak(ranks, start, width);
            if (end < 0) {
                break;
            }
            wrapped.add(margin + text.substring(start, end));
            start = end + 1;
        }
        wrapped.add(margin + text.substring(start));
    }

    /** The last of the best places within the width from a start, else the first behind it; -1 if there is none. */
    private static int lastBreak(int[] ranks, int start, int width) {
        int best = -1;
        int bestRank = JavadocPlaces.NEVER - 1;
        for (int i = start; i < ranks.length && (i - start <= width || best < 0); i++) {
            if (ranks[i] <= bestRank) {
                best = i;
                bestRank = ranks[i];
            }
        }
        return best;
    }
}
