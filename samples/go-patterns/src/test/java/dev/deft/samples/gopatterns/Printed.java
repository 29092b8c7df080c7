package dev.deft.samples.gopatterns;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is printed on standard output, without what differs from run to run. */
final class Printed {
    private Printed() {}

    /** The lines that the action prints: identities are replaced by zeros, the lines of sources by no number. */
    static List<String> by(Runnable action) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .map(Printed::lasting)
                .toList();
    }

    private static String lasting(String line) {
        return line.replaceAll("(_id=\"?)[0-9a-f]+", "$10").replaceAll("(\\w\\.java):\\d+", "$1");
    }
}
