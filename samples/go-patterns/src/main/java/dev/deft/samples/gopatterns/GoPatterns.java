package dev.deft.samples.gopatterns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Shows all patterns, one after another, in no time. Each has a {@code main} of its own, which takes the time it says. */
public final class GoPatterns {
    private GoPatterns() {}

    /** Prints what they print. */
    public static void main(String[] arguments) {
        all().forEach((name, pattern) -> {
            System.out.printf("%n%s%n", name);
            Stage.showInNoTime(pattern);
        });
    }

    /** Each by the name of its class. */
    static Map<String, Function<Stage, Pattern>> all() {
        Map<String, Function<Stage, Pattern>> all = new LinkedHashMap<>();
        all.put("Ticker", Ticker::new);
        all.put("RetryWithBackoff", RetryWithBackoff::new);
        all.put("AtMostTen", AtMostTen::new);
        all.put("DeferOrder", DeferOrder::new);
        all.put("DeferArguments", DeferArguments::new);
        all.put("DeferUnlock", DeferUnlock::new);
        all.put("LoopVariables", LoopVariables::new);
        all.put("RecoverAndGoOn", RecoverAndGoOn::new);
        all.put("WaitForAll", WaitForAll::new);
        all.put("DoneSignal", DoneSignal::new);
        all.put("ProducerConsumer", ProducerConsumer::new);
        all.put("TaskFramework", TaskFramework::new);
        all.put("TemporaryFile", TemporaryFile::new);
        all.put("Transactions", Transactions::new);
        all.put("TimeoutOfWork", TimeoutOfWork::new);
        all.put("CancellationCascade", CancellationCascade::new);
        all.put("PanickingTask", PanickingTask::new);
        return all;
    }
}
