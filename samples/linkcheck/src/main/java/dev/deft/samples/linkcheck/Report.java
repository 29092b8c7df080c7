package dev.deft.samples.linkcheck;

import dev.deft.samples.linkcheck.documents.Links;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What a run found out.
 *
 * @param checked all links, worst first, and in the order found among equals
 * @param documents how many documents the links come from
 * @param unreadable what could not be read, one message each
 * @param took how long the run took
 */
public record Report(List<CheckedLink> checked, int documents, List<String> unreadable, Duration took) {
    public Report {
        checked = checked.stream()
                .sorted(Comparator.comparing(CheckedLink::outcome))
                .toList();
        unreadable = List.copyOf(unreadable);
    }

    Report(List<CheckedLink> checked, Links links, Duration took) {
        this(checked, links.documents(), links.unreadable(), took);
    }

    public long count(Outcome outcome) {
        return checked.stream().filter(link -> link.outcome() == outcome).count();
    }

    /** What the process should exit with. */
    public int exitCode() {
        if (count(Outcome.CANCELLED) > 0) {
            return ExitCode.CANCELLED;
        }
        if (!unreadable.isEmpty()) {
            return ExitCode.BAD_INPUT;
        }
        return checked.stream().anyMatch(link -> link.outcome().isProblem()) ? ExitCode.BROKEN_LINKS : ExitCode.FINE;
    }
}
