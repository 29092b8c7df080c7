package dev.deft.samples.linkcheck;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.samples.linkcheck.documents.Link;
import dev.deft.samples.linkcheck.documents.Links;
import dev.deft.samples.linkcheck.documents.Pages;
import dev.deft.samples.linkcheck.documents.Target;
import dev.deft.samples.linkcheck.report.Progress;
import dev.deft.samples.linkcheck.web.Web;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * One run over many links: those on the web side by side, as tasks; those on disk here and now.
 *
 * <p>All tasks run below one context, so {@link #cancel()} ends them all.
 */
public final class LinkCheck implements AutoCloseable {
    /** In the context of each check: the page that it is about. */
    static final TaskContext.Key<URI> URL = TaskContext.Key.of("url");

    private final LinkCheckerTasks checker;
    private final FileChecker files;
    private final boolean offline;
    private final TaskContext.Cancellable run = TaskContext.current().withCancel();

    /**
     * Prepares a run.
     *
     * @param web what to ask for pages
     * @param pages the documents read so far
     * @param offline whether to leave the web alone
     * @param deft what runs the tasks
     */
    public LinkCheck(Web web, Pages pages, boolean offline, Deft deft) {
        this.checker = new LinkCheckerTasks(new LinkChecker(web), deft);
        this.files = new FileChecker(pages);
        this.offline = offline;
    }

    /** Checks all links and returns what became of them, also when it was cancelled. */
    public Report check(Links links, Progress progress) {
        long start = System.nanoTime();
        // All on the web are under way before the first on disk is looked at.
        Map<Link, CompletableFuture<CheckedLink>> onWeb = new LinkedHashMap<>();
        for (Link link : links.links()) {
            if (link.target() instanceof Target.OnWeb page && !offline) {
                onWeb.put(link, start(link, page.url(), progress));
            }
        }
        List<CheckedLink> checked = new ArrayList<>();
        for (Link link : links.links()) {
            CompletableFuture<CheckedLink> underWay = onWeb.get(link);
            checked.add(underWay == null ? checkHere(link, progress) : underWay.join());
        }
        return new Report(checked, links, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Ends the run: what has not been checked yet will not be. May be called from any thread. */
    public void cancel() {
        run.cancel();
    }

    @Override
    public void close() {
        run.close();
    }

    private CompletableFuture<CheckedLink> start(Link link, URI url, Progress progress) {
        Task<CheckResult> task = run.with(URL, url).call(() -> checker.check(url));
        return task.handle((result, failure) -> {
            if (failure == null) {
                progress.step();
            }
            return new CheckedLink(link, failure == null ? result : resultOf(failure), task.attempts());
        });
    }

    private CheckedLink checkHere(Link link, Progress progress) {
        CheckResult result = run.isCancelled() ? CheckResult.of(Outcome.CANCELLED) : resultOf(link.target());
        progress.step();
        return new CheckedLink(link, result, 0);
    }

    private CheckResult resultOf(Target target) {
        return switch (target) {
            case Target.OnDisk onDisk -> files.check(onDisk);
            case Target.OnWeb onWeb -> CheckResult.of(Outcome.SKIPPED, "offline");
            case Target.Unchecked unchecked -> CheckResult.of(Outcome.SKIPPED, unchecked.scheme());
            case Target.Malformed malformed -> CheckResult.of(Outcome.BROKEN, malformed.reason());
        };
    }

    private static CheckResult resultOf(Throwable failure) {
        if (failure instanceof CancellationException) {
            return CheckResult.of(Outcome.CANCELLED);
        }
        // The fallback has an answer to every exception, so this is a mistake of ours: one link's, not the run's.
        return CheckResult.of(Outcome.UNREACHABLE, "could not be checked: " + failure);
    }
}
