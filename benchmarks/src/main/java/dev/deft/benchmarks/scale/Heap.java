package dev.deft.benchmarks.scale;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What is reachable, by class; the JVM collects all garbage before it counts.
 *
 * @param bytes what all objects take
 * @param instances how many objects there are of each class
 */
record Heap(long bytes, Map<String, Long> instances) {
    private static final Pattern LINE = Pattern.compile("(?m)^ *\\d+: +(\\d+) +(\\d+) +(\\S+)");

    static Heap now() throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        long bytes = 0;
        Map<String, Long> instances = new TreeMap<>();
        for (Matcher line = LINE.matcher(histogram); line.find(); ) {
            instances.merge(line.group(3), Long.parseLong(line.group(1)), Long::sum);
            bytes += Long.parseLong(line.group(2));
        }
        return new Heap(bytes, instances);
    }

    /** By how many instances of Deft's classes this has more than an earlier heap; classes without any are left out. */
    Map<String, Long> moreOfDeftThan(Heap earlier) {
        Map<String, Long> more = new TreeMap<>();
        instances.forEach((name, count) -> {
            long difference = count - earlier.instances.getOrDefault(name, 0L);
            if (difference > 0 && name.startsWith("dev.deft.") && !name.startsWith("dev.deft.benchmarks.")) {
                more.put(name, difference);
            }
        });
        return more;
    }
}
