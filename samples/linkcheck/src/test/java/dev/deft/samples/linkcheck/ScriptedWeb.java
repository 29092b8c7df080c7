package dev.deft.samples.linkcheck;

import dev.deft.samples.linkcheck.web.Answer;
import dev.deft.samples.linkcheck.web.Web;
import dev.deft.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A web that answers as a test tells it to, in the test's own time. */
final class ScriptedWeb implements Web {
    private final TimeSource time;
    private final Map<URI, Deque<Step>> scripts = new HashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    ScriptedWeb(TimeSource time) {
        this.time = time;
    }

    /** What happens to one request. */
    interface Step {
        Answer perform() throws IOException, InterruptedException;
    }

    /** Plays {@code steps} for the requests of {@code url}, one each; the last one for all that follow. */
    void script(URI url, Step... steps) {
        scripts.put(url, new ArrayDeque<>(List.of(steps)));
    }

    static Step answer(Answer answer) {
        return () -> answer;
    }

    static Step status(int status) {
        return answer(Answer.of(status));
    }

    static Step failure(IOException failure) {
        return () -> {
            throw failure;
        };
    }

    Step after(Duration delay, Step then) {
        return () -> {
            time.sleep(delay);
            return then.perform();
        };
    }

    Step silence() {
        return after(Duration.ofDays(1), status(200));
    }

    /** The requests so far, such as {@code HEAD http://example.org/}. */
    List<String> requests() {
        return requests;
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public Answer ask(Method method, URI url) throws IOException, InterruptedException {
        requests.add(method + " " + url);
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            return next(url).perform();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private synchronized Step next(URI url) {
        Deque<Step> steps = scripts.get(url);
        return steps.size() > 1 ? steps.pop() : steps.getFirst();
    }
}
