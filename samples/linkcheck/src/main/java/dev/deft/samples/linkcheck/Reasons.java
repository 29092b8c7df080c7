package dev.deft.samples.linkcheck;

import dev.deft.DeadlineExceededException;
import dev.deft.TaskTimeoutException;
import dev.deft.samples.linkcheck.web.BusyException;
import dev.deft.samples.linkcheck.web.ServerTroubleException;
import java.io.EOFException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says in a few words why a page could not be reached. */
final class Reasons {
    private Reasons() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case DeadlineExceededException late ->
                late.getCause() == null ? "no answer before the deadline" : "gave up: " + of(late.getCause());
            case TaskTimeoutException late -> "no answer in time";
            case BusyException busy -> "HTTP " + busy.status() + request(busy.retryAfter());
            case ServerTroubleException trouble -> "HTTP " + trouble.status();
            case ConnectException refused ->
                causedBy(refused, UnresolvedAddressException.class) ? "unknown host" : "connection refused";
            case SSLException insecure -> "no secure connection: " + insecure.getMessage();
            default -> causedBy(failure, EOFException.class) ? "the server hung up" : message(failure);
        };
    }

    /** The client wraps what the network says, in layers that differ from release to release. */
    private static boolean causedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static String request(Duration wait) {
        if (wait.toSeconds() == 0) {
            return "";
        }
        String text = wait.truncatedTo(ChronoUnit.SECONDS).toString().substring(2); // behind the PT
        return ", asks to wait " + text.replaceAll("(\\d[HM])(?!$)", "$1 ").toLowerCase(Locale.ROOT);
    }
}
