package dev.deft.samples.service.demo;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps what the service prints, its log, until it is closed. */
final class Output implements AutoCloseable {
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    Output() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    /** For what is to be seen. */
    PrintStream console() {
        return console;
    }

    /** The log so far. */
    List<LogLine> log() {
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(LogLine::of)
                .toList();
    }

    @Override
    public void close() {
        System.setOut(console);
    }
}
