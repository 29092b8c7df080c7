package dev.deft.processor.check;

import dev.deft.processor.model.TaskType;
import dev.deft.processor.report.Problems;
import java.util.List;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** All rules, in the order in which their problems are shown. */
public final class Checks {
    private final List<Rule> rules;

    public Checks(Elements elements, Types types) {
        this.rules = List.of(
                new RetryAttempts(),
                new RetryFactor(),
                new RetryDelays(),
                new RetryIdleAttributes(),
                new RetryBudgets(),
                new RetryWithinDuration(),
                new RetryEnds(),
                new WithinDeadline(),
                new LimitPermits(),
                new LimitQueue(),
                new WaitWithinBounds(),
                new AdaptiveLimitBounds(),
                new CircuitBreakerValues(),
                new CircuitBreakerIdleAttributes(),
                new CircuitWithinRate(),
                new HedgeAttempts(),
                new HedgeOfVoid(),
                new RateLimitNumbers(),
                new LockSides(),
                new LocksByKey(),
                new HedgeOrLock(),
                new LockWhileRetrying(),
                new SharedSettings(),
                new MaxKeys(),
                new KeyArrays(),
                new FailureSets(types),
                new FailuresDeclared(elements, types),
                new RecoverBefore(types),
                new DeferParameters(),
                new NestingOrder(),
                new BatchShape(),
                new BatchNames(types),
                new ScheduledShape(),
                new ScheduledNames(),
                new WorkerShape(),
                new WorkerNames(),
                new WorkerChannels(),
                new StageWithoutAsync(elements, types),
                new InterfaceMethods(elements, types),
                new SubclassMethods(elements, types),
                new SignatureClashes(types),
                new ObjectMethods(elements, types),
                new ParameterSlots(),
                new ArrayBounds(),
                new TypesInSight(elements));
    }

    /** Holds a type against every rule. */
    public void check(TaskType type, Problems problems) {
        rules.forEach(rule -> rule.check(type, problems));
    }
}
