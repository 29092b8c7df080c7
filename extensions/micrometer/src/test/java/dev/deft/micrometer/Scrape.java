package dev.deft.micrometer;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus scrapes: the series, with their labels and the values that these have. */
final class Scrape {
    private static final Pattern SERIES = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, Map<String, Set<String>>> labels = new TreeMap<>();

    Scrape(String text) {
        text.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
    }

    private void add(String line) {
        Matcher series = SERIES.matcher(line);
        if (!series.matches()) {
            throw new IllegalArgumentException(line);
        }
        Map<String, Set<String>> known = labels.computeIfAbsent(series.group(1), name -> new TreeMap<>());
        Matcher label = LABEL.matcher(series.group(2) == null ? "" : series.group(2));
        while (label.find()) {
            known.computeIfAbsent(label.group(1), name -> new TreeSet<>()).add(label.group(2));
        }
    }

    Set<String> names() {
        return labels.keySet();
    }

    Set<String> labels(String name) {
        return labels.getOrDefault(name, Map.of()).keySet();
    }

    Set<String> values(String name, String label) {
        return labels.getOrDefault(name, Map.of()).getOrDefault(label, Set.of());
    }
}
