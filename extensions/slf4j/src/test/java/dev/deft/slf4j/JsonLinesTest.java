package dev.deft.slf4j;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The sample configuration writes JSON lines. */
class JsonLinesTest {
    private static final Path CONFIGURATION = Path.of("../../docs/operations/logback-json.xml");

    @Test
    void theSampleConfigurationWritesJsonLines() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PrintStream console = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        Task<?> task;
        try {
            context.reset();
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(CONFIGURATION.toFile());
            task = run();
        } finally {
            context.reset();
            System.setOut(console);
        }

        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .as("one line at the level that is set: the failure, not its attempts")
                .singleElement()
                .asString()
                .startsWith("{")
                .endsWith("}")
                .contains(
                        "\"level\":\"WARN\"",
                        "\"loggerName\":\"dev.deft.tasks.shop.PaymentService.charge\"",
                        "\"formattedMessage\":\"PaymentService.charge failed\"",
                        "{\"trace_id\":\"" + task.context().traceId() + "\"}",
                        "{\"task_id\":\"" + task.id() + "\"}",
                        "\"className\":\"java.io.IOException\"",
                        "\"message\":\"say \\\"please\\\"\"");
    }

    private static Task<?> run() {
        try (Deft deft = Deft.builder()
                .time(new VirtualTime())
                .listener(new LogListener())
                .build()) {
            Task<?> task = deft.start(TaskName.of("shop.PaymentService", "charge", "Order"), () -> {
                throw new IOException("say \"please\"");
            });
            task.handle((result, failure) -> result).join();
            deft.drain(Duration.ofSeconds(1));
            return task;
        }
    }
}
