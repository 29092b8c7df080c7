package dev.deft.benchmarks.bridges;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.deft.Deft;
import dev.deft.slf4j.LogListener;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Log lines at the begin and at the end, and the identity of the call in the MDC in between. Lines are written, but to nowhere. */
final class LogBridge implements Bridge {
    private final Logger logger;

    private LogBridge(Level level) {
        ch.qos.logback.classic.Logger tasks = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("dev.deft.tasks");
        tasks.setAdditive(false);
        tasks.addAppender(nowhere(tasks.getLoggerContext()));
        tasks.setLevel(level);
        logger = LoggerFactory.getLogger("dev.deft.tasks." + Watched.NAME);
    }

    /** Lines are made as for a console, letter by letter. */
    private static OutputStreamAppender<ILoggingEvent> nowhere(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d %-5level [%thread] %logger{36} - %msg %kvp %mdc%n");
        encoder.start();
        OutputStreamAppender<ILoggingEvent> nowhere = new OutputStreamAppender<>();
        nowhere.setContext(context);
        nowhere.setEncoder(encoder);
        nowhere.setOutputStream(OutputStream.nullOutputStream());
        nowhere.start();
        return nowhere;
    }

    /** As in production: what goes well has no line. */
    static Bridge quiet() {
        return new LogBridge(Level.INFO);
    }

    /** Every event has a line. */
    static Bridge talkative() {
        return new LogBridge(Level.DEBUG);
    }

    @Override
    public Deft.Builder addTo(Deft.Builder builder) {
        return builder.listener(new LogListener());
    }

    @Override
    public int byHand(Body body, int value) throws Exception {
        long begin = System.nanoTime();
        String trace = Identity.ofTrace();
        String task = Identity.ofTask();
        MDC.put("trace_id", trace);
        MDC.put("task_id", task);
        MDC.put("task", Watched.NAME);
        MDC.put("attempt", "1");
        try {
            if (logger.isDebugEnabled()) {
                logger.atDebug()
                        .addKeyValue("trace_id", trace)
                        .addKeyValue("task_id", task)
                        .addKeyValue("task", Watched.NAME)
                        .addKeyValue("attempt", 1)
                        .addKeyValue("state", "started")
                        .log("{} starts", Watched.NAME);
            }
            int result = body.call(value);
            if (logger.isDebugEnabled()) {
                logger.atDebug()
                        .addKeyValue("trace_id", trace)
                        .addKeyValue("task_id", task)
                        .addKeyValue("task", Watched.NAME)
                        .addKeyValue("attempt", 1)
                        .addKeyValue("state", "succeeded")
                        .addKeyValue("duration_ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin))
                        .log("{} succeeded", Watched.NAME);
            }
            return result;
        } catch (Exception failure) {
            logger.atWarn().setCause(failure).log("{} failed", Watched.NAME);
            throw failure;
        } finally {
            MDC.remove("trace_id");
            MDC.remove("task_id");
            MDC.remove("task");
            MDC.remove("attempt");
        }
    }
}
