package dev.deft.processor.report;

import static dev.deft.processor.report.Severity.ERROR;
import static dev.deft.processor.report.Severity.WARNING;

import java.util.Locale;

/**
 * The catalogue: everything that Deft says about the user's code.
 *
 * <p>Both texts are formats of the same arguments. The first line that a user reads is the code and the cause, which
 * quotes what was written; then comes the mend; then the page. Each code has a page {@code docs/errors/DEFTnnn.md}.
 */
public enum Problem {
    // Durations: %1$s is the attribute as written, @Timeout("5").
    DURATION_EMPTY(1, ERROR, "%1$s: a duration is missing.", "write a number and a unit, such as \"500ms\" or \"2s\"."),
    DURATION_WITHOUT_UNIT(
            2, ERROR, "%1$s: the duration has no unit.", "write %2$s, say; the units are ns, us, ms, s, m, h, d."),
    DURATION_NEGATIVE(3, ERROR, "%1$s: a duration cannot be negative.", "write a duration of \"0\" or more."),
    DURATION_TOO_LONG(
            4,
            ERROR,
            "%1$s: the duration is longer than 292 years, the most that Deft can count.",
            "write a shorter one%2$s."),
    DURATION_ZERO(5, ERROR, "%1$s: the duration must be above zero.", "write a longer one, such as \"2s\"."),
    DURATION_UNREADABLE(
            6,
            ERROR,
            "%1$s: this is not a duration%2$s.",
            "write numbers with units, largest first, such as \"1m30s\" (ns, us, ms, s, m, h, d), or ISO 8601, such as \"PT2S\"."),

    // Numbers and attributes that contradict each other.
    FACTOR_TOO_SMALL(
            10,
            ERROR,
            "%1$s: factor multiplies each wait, so it must be a finite number of at least 1.0.",
            "write factor = 1.0 or more; for equal waits there is backoff = CONSTANT."),
    DELAY_ABOVE_MAX(
            11,
            WARNING,
            "%1$s: the first wait, %2$s, is already cut to maxDelay = %3$s, and so is each later one.",
            "make maxDelay longer than delay, or write backoff = CONSTANT with the delay that you mean."),
    ATTEMPTS_TOO_FEW(
            12,
            ERROR,
            "%1$s: attempts counts the first call, so it must be at least 1.",
            "write attempts = 1 for a single try, or remove @Retry."),
    PERMITS_TOO_FEW(
            13,
            ERROR,
            "%1$s: with fewer than 1 permit no call could ever run.",
            "write how many bodies may run at once, 1 or more."),
    QUEUE_NEGATIVE(
            14,
            ERROR,
            "%1$s: a queue cannot hold fewer than 0 calls.",
            "write maxQueue = 0 for no queue, or a larger number."),
    QUEUE_WITHOUT_WAIT(
            15,
            WARNING,
            "%1$s: maxWait = \"0\" refuses at once, so nobody ever stands in the queue.",
            "remove maxQueue, or let calls wait."),
    ATTRIBUTE_WITHOUT_EFFECT(16, WARNING, "%1$s: %2$s has no effect %3$s.", "remove it, or remove what overrides it."),
    SETTINGS_DISAGREE(
            17,
            ERROR,
            "%1$s: the %2$s named \"%3$s\" has other settings at %4$s: %5$s.",
            "give both the same settings, or different names."),
    MAX_KEYS_TOO_FEW(
            18,
            ERROR,
            "%1$s: with room for fewer than 1 key no call could ever run.",
            "write how many keys may have state at once, 1 or more."),
    MAX_KEYS_WITHOUT_KEY(19, WARNING, "%1$s: maxKeys has no effect without key.", "name the key, or remove maxKeys."),

    // Methods that annotations name: %1$s is the attribute as written.
    METHOD_UNKNOWN(20, ERROR, "%1$s: %2$s has no method %3$s%4$s.", "%5$s"),
    METHOD_OUT_OF_REACH(21, ERROR, "%1$s: the wrapper cannot call %2$s, because it is %3$s.", "make it %4$s."),
    METHOD_DOES_NOT_FIT(22, ERROR, "%1$s: %2$s does not fit %3$s: %4$s.", "%5$s"),
    METHOD_AMBIGUOUS(
            23, ERROR, "%1$s: %2$s fits as well as %3$s.", "rename one of them, so that the name says which is meant."),
    HANDLER_RETURNS_OTHER(24, ERROR, "%1$s: %2$s returns %3$s, but %4$s yields %5$s.", "let it return %5$s."),
    PREDICATE_NOT_BOOLEAN(
            25, ERROR, "%1$s: %2$s returns %3$s, but it is asked a yes-or-no question.", "let it return boolean."),
    DELAY_NOT_DURATION(
            26, ERROR, "%1$s: %2$s returns %3$s, but it is asked for a delay.", "let it return java.time.Duration."),
    FAILURE_NOT_DECLARED(27, ERROR, "%1$s: %2$s throws %3$s, which %4$s.", "%5$s"),
    METHOD_NOT_STATIC(28, ERROR, "%1$s: %2$s needs an object, but %3$s is static.", "make %2$s static."),
    RESULT_OF_VOID(
            29,
            ERROR,
            "%1$s: %2$s returns nothing that could be looked at.",
            "remove whileResult, or let the method return something."),

    PARAMETER_NAMES_LOST(30, ERROR, "%1$s: the names of the parameters of %2$s are not in its class file.", "%3$s"),

    // What only the compiler's syntax trees show.
    WORDS_BYPASSED(
            31,
            WARNING,
            "this calls %1$s directly, and so past its words: %2$s.",
            "call it through the wrapper, or move one of the two methods to another class, or let the wrapper extend this one by @Tasks(form = SUBCLASS)."),
    LOCAL_CLASS(
            32,
            WARNING,
            "%1$s on a method of a local or anonymous class has no effect: nobody could name its wrapper.",
            "move the class out of the method and give it a name."),

    // Where annotations stand and what the wrapper can be.
    METHOD_PRIVATE(
            40,
            ERROR,
            "%1$s on %2$s: the wrapper cannot call a private method.",
            "make it package-private or wider, or remove the annotation."),
    INHERITED_OUT_OF_REACH(
            41,
            WARNING,
            "%1$s does not wrap the inherited %2$s: from its package the method cannot be called.",
            "make the method public, or override it here and annotate the override."),
    TYPE_PRIVATE(
            42,
            ERROR,
            "%1$s on %2$s: the wrapper cannot see the private type %3$s.",
            "make %3$s package-private or wider."),
    TYPE_VARIABLE_TWICE(
            43,
            ERROR,
            "%1$s: the inner class and one around it both have a type parameter %2$s, which the wrapper could not tell apart.",
            "rename one of them, or make the class static."),
    WRAPPER_NAME_TAKEN(
            44,
            ERROR,
            "%1$s: the wrapper's name, %2$s, is taken by a type of yours.",
            "choose another with @Tasks(name = \"%3$s\")."),
    WRAPPER_NAME_TWICE(
            45, ERROR, "%1$s: the wrapper of %3$s is named %2$s too.", "choose another with @Tasks(name = \"…\")."),
    WRAPPER_NAME_INVALID(
            46,
            ERROR,
            "@Tasks(name = \"%1$s\"): that is not the simple name of a Java type.",
            "write an identifier, such as name = \"%2$s\"."),
    AS_NOT_INTERFACE(47, ERROR, "@Tasks(as = %1$s): %1$s is not an interface.", "name an interface of the class."),
    AS_NOT_IMPLEMENTED(
            48,
            ERROR,
            "@Tasks(as = %1$s): %2$s does not implement %1$s.",
            "let %2$s implement it, or name one of its own interfaces%3$s."),
    INTERFACE_METHOD_CHANGED(49, ERROR, "%1$s: the wrapper could not implement %2$s with it, because %3$s.", "%4$s"),
    INTERFACE_SEALED(
            50,
            ERROR,
            "@Tasks(as = %1$s): %1$s is sealed, so the wrapper cannot implement it.",
            "name an interface that is not sealed."),
    DEFER_TWICE(
            51,
            ERROR,
            "%1$s: the method has two parameters of type Defer, but a body has one end.",
            "keep one of them."),
    DEFERRED_NOTHING(
            52,
            ERROR,
            "%1$s: neither does it name a cleanup method, nor has the method a Defer parameter.",
            "name the cleanup, as in @Deferred(\"close\"), or add a parameter of type dev.deft.Defer."),
    NESTING_TWICE(53, ERROR, "%1$s: %2$s is listed twice.", "list each word once, outermost first."),
    NESTING_TOO_SHORT(
            54,
            ERROR,
            "%1$s: an order needs two words at least.",
            "list the words to reorder, outermost first, or remove @Nesting."),
    NESTING_WITHOUT_WORD(55, WARNING, "%1$s: %2$s has no @%3$s to move.", "remove %4$s from the list, or add @%3$s."),
    FAILURES_ALL_EXCEPTED(
            56,
            WARNING,
            "%1$s: except covers all of on, so this matches no failure.",
            "narrow except, or remove the annotation."),
    FAILURES_NONE(
            57,
            WARNING,
            "%1$s: on is empty, so this matches no failure.",
            "name the failures, or leave on out for every Exception."),
    POLICIES_DISAGREE(
            58,
            ERROR,
            "%1$s: @%2$s brings %3$s, but @%4$s brings %5$s.",
            "write the one that you mean on the method itself; it wins over both."),
    POLICY_CYCLE(59, ERROR, "@%1$s stands for itself: %2$s.", "take one of these annotations off another."),
    POLICY_EMPTY(
            60,
            ERROR,
            "@TaskPolicy on @%1$s: it bears no Deft annotation to stand for.",
            "add the words that it stands for, such as @Retry, or remove @TaskPolicy."),
    POLICY_UNMARKED(
            61,
            ERROR,
            "%1$s on @%2$s has no effect, because @%2$s is not marked as a policy.",
            "add @TaskPolicy to @%2$s."),
    STAGE_UNPROTECTED(
            62,
            WARNING,
            "%1$s: %2$s returns a %3$s without @Async, so this covers only the call that makes it, not its outcome.",
            "add @Async, which awaits it, or let the method return the result itself."),
    TYPE_WITHOUT_TASKS(
            63,
            WARNING,
            "%1$s on %2$s has no effect: %3$s.",
            "annotate the methods that it is meant for, or remove it."),
    TYPE_OUT_OF_SIGHT(
            64,
            ERROR,
            "%1$s: %2$s uses %3$s, which the wrapper cannot see.",
            "make %3$s accessible from the package of %4$s."),
    SIGNATURES_CLASH(
            65,
            ERROR,
            "%1$s: in the wrapper %2$s would have the same signature as %3$s.",
            "rename one of them; injected parameters are absent from the wrapper's methods."),
    OBJECT_METHOD_FINAL(
            66,
            ERROR,
            "%1$s: in the wrapper %2$s would override the final method of java.lang.Object.",
            "rename the method."),
    OBJECT_METHOD_CHANGED(
            67,
            ERROR,
            "%1$s: in the wrapper %2$s would override that method of java.lang.Object, but %3$s.",
            "rename the method, or remove the annotation."),
    PARAMETERS_TOO_MANY(
            68,
            ERROR,
            "%1$s: %2$s takes %3$s parameter slots (long and double count twice), and its wrapper can pass on 250.",
            "group the parameters in a record."),
    TYPE_UNKNOWN(
            69,
            ERROR,
            "%1$s: the type %2$s is not found, so no wrapper was written for %3$s.",
            "import it, or see why the processor that should write it did not; a method cannot bear words and name its own wrapper in its signature."),
    NOT_A_METHOD(
            70, ERROR, "%1$s on %2$s has no effect: only methods become tasks.", "move it to a method, or remove it."),
    ANNOTATION_MEMBER(
            71, ERROR, "%1$s on %2$s: an element of an annotation type has no body that could run.", "remove it."),

    // Keys and weights: %1$s is the attribute as written, @Limit(key = "order.id").
    PATH_UNREADABLE(
            72,
            ERROR,
            "%1$s: %2$s.",
            "write names with dots between them, such as \"order.customer.id\"; methods go without parentheses."),
    PATH_PARAMETER_UNKNOWN(73, ERROR, "%1$s: %2$s has no parameter %3$s%4$s.", "%5$s"),
    PATH_PARAMETER_SUPPLIED(
            74,
            ERROR,
            "%1$s: %2$s is supplied by the wrapper, so callers could not differ in it.",
            "begin with a parameter that callers pass."),
    PATH_STEP_UNKNOWN(
            75,
            ERROR,
            "%1$s: %2$s has nothing named %3$s that could be read%4$s.",
            "name a record component, a getter's property, a field or a method without parameters of %2$s."),
    PATH_STEP_OUT_OF_REACH(
            76,
            ERROR,
            "%1$s: the wrapper cannot read %2$s of %3$s, because %4$s.",
            "make it accessible from the package of %5$s, or name something that is."),
    WEIGHT_NOT_INT(
            77,
            ERROR,
            "%1$s: %2$s gives %3$s, but a weight is an int.",
            "name something that is an int, or becomes one without a cast."),
    KEY_ARRAY(
            78,
            WARNING,
            "%1$s: %2$s is an array, which equals nothing but itself, so that each call has a key of its own.",
            "name something that equals what it should, such as a String or a record."),

    // Further words.
    RATE_TOO_LOW(
            79,
            ERROR,
            "%1$s: with fewer than 1 token no call could ever begin.",
            "write how many calls may begin in each stretch of time, 1 or more."),

    // Deft itself.
    RUNTIME_MISSING(
            80,
            ERROR,
            "%1$s: the wrapper needs the module dev.deft (dev.deft:deft-runtime), and %2$s does not see it.",
            "add the dependency and, in module-info.java, `requires dev.deft;`."),
    BURST_NEGATIVE(
            81,
            ERROR,
            "%1$s: a bucket cannot hold fewer than 0 tokens.",
            "write how many calls may begin at one moment, or 0 for as many as value says."),
    RATE_TOO_SLOW(
            82,
            ERROR,
            "%1$s: the bucket would take more than 36 years to fill, the most that Deft can count.",
            "write a shorter per or a smaller burst."),
    LOCK_ONLY_READ(
            83,
            WARNING,
            "%1$s: no method of %2$s writes under this lock, so it keeps nobody out.",
            "write mode = WRITE where the state changes, or name a lock that others write under."),
    LOCKS_APART(
            84,
            WARNING,
            "%1$s: %2$s has a lock for each key and %3$s one lock, so they do not exclude each other.",
            "give both a key or neither, or different names if that is meant."),
    HEDGE_LOCKED(
            85,
            ERROR,
            "%1$s: under @Locked the attempts of %2$s would wait for each other, so it could never be of use.",
            "remove one of them."),

    // Workers.
    WORKERS_TOO_FEW(
            86, ERROR, "%1$s: fewer than one worker would never take anything.", "write 1 or more, or remove @Worker."),
    WORKER_PARAMETERS(
            87,
            ERROR,
            "%1$s: a worker takes one item for each call, but %2$s takes %3$s.",
            "let the method take one parameter, a record say; injected ones do not count."),
    WORKER_NAME_TAKEN(
            88, ERROR, "%1$s: the wrapper would have two methods %2$s of the same parameters.", "rename one of them."),
    CHANNELS_MISSING(
            89,
            ERROR,
            "%1$s: workers take from channels, which are in dev.deft:deft-channels, and this code does not see them.",
            "add that dependency and, in module-info.java, `requires dev.deft.channel;`."),

    // Batches.
    BATCH_WITHOUT_ASYNC(
            91,
            ERROR,
            "%1$s: %2$s has no @Async, so there are no tasks to start together.",
            "add @Async, or remove @Batch."),
    BATCH_PARAMETERS(
            92,
            ERROR,
            "%1$s: a batch passes one item to each call, but %2$s takes %3$s.",
            "let the method take one parameter, a record say; injected ones do not count."),
    BATCH_DETACHED(
            93,
            ERROR,
            "%1$s: the tasks of a batch belong to its group, but %2$s makes them belong to nobody.",
            "remove detached = true, or remove @Batch."),
    BATCH_NAME_TAKEN(94, ERROR, "%1$s: the wrapper would have two methods %2$s(Iterable).", "rename one of them."),

    // Schedules.
    SCHEDULE_WAYS(
            95,
            ERROR,
            "%1$s: exactly one of every, delay and cron says when it runs, and here is %2$s.",
            "write every = \"10s\" for a fixed rate, delay = \"10s\" for a pause after each run, or a cron expression."),
    SCHEDULE_PARAMETERS(
            96,
            ERROR,
            "%1$s: a schedule has nothing to pass to the method, but %2$s takes %3$s.",
            "take the parameters away, but for a TaskContext or a Defer; what the call needs can be a field."),
    SCHEDULE_NAME_TAKEN(97, ERROR, "%1$s: the wrapper would have two methods %2$s().", "rename one of them."),
    SCHEDULE_IDLE_OVERLAP(
            98,
            WARNING,
            "%1$s: a delay begins when a run has ended, so no moment ever passes meanwhile.",
            "remove overlap, or write every for a fixed rate."),

    INTERNAL(99, ERROR, "Deft failed on %1$s: %2$s", "please report this with the source that caused it; %3$s"),

    // Circuit breakers.
    RATE_NO_FRACTION(
            100,
            ERROR,
            "%1$s: %2$s is a fraction of the calls, so it must be above 0.0 and at most 1.0.",
            "write 0.5 for half of them, say, or 1.0 for all."),
    CALLS_TOO_FEW(
            101, ERROR, "%1$s: %2$s counts calls, so it must be at least 1.", "write 1 or more, or leave it out."),
    WINDOW_TOO_SMALL(
            102,
            WARNING,
            "%1$s: minCalls = %2$s calls never are in a window of %3$s, so %3$s are enough.",
            "make window at least as large as minCalls, or look at a stretch of time with windowTime."),

    // Hedges.
    PERCENTILE_UNREADABLE(
            103,
            ERROR,
            "%1$s: this is not a percentile between 0 and 100.",
            "write \"p95\", say, which hedges about one call in twenty, or a duration such as \"50ms\"."),
    HEDGES_TOO_FEW(
            104,
            ERROR,
            "%1$s: max counts the attempts beside the first, so it must be at least 1.",
            "write max = 1 or more, or remove @Hedge."),

    // Adaptive limits.
    BOUNDS_CROSSED(
            105,
            ERROR,
            "%1$s: max = %2$s is below min = %3$s, so no limit lies between them.",
            "write a max of min or more; for a limit that does not move there is @Limit."),
    INITIAL_OUT_OF_BOUNDS(
            106,
            WARNING,
            "%1$s: initial = %2$s lies outside of min to max, so the limit begins with %3$s.",
            "write an initial between min and max."),

    // Retry budgets.
    BUDGET_OUT_OF_BOUNDS(
            107,
            ERROR,
            "%1$s: a budget is retries and hedges for each call, so it must be at least 0.0 and at most 1000.0.",
            "write 0.2 for one retry in five calls, say, or leave it out for no bound."),

    // Circuit breakers again.
    WINDOW_TOO_LARGE(
            108,
            ERROR,
            "%1$s: a window holds at most 1000000 calls.",
            "write fewer, or look at a stretch of time with windowTime."),

    // Signatures.
    BOUND_IS_ARRAY(
            109,
            ERROR,
            "%1$s: in %5$s the type variable %3$s of %2$s extends %4$s, and Java declares none that extends an array.",
            "annotate a method of %5$s that takes %4$s instead and calls this one."),

    // Wrappers that extend their class.
    SUBCLASS_IMPOSSIBLE(
            110,
            ERROR,
            "%1$s: the wrapper cannot extend %2$s, which %3$s.",
            "change that, or remove form = SUBCLASS; then calls from inside %2$s go past its words."),
    SUBCLASS_METHOD(111, ERROR, "%1$s: a wrapper that extends %2$s cannot override %3$s, because %4$s.", "%5$s"),

    // Words that do not go together.
    TIMEOUT_BEYOND_DEADLINE(
            120,
            WARNING,
            "%1$s: %2$s around it passes no later, so no attempt ever times out.",
            "write a timeout that is shorter than the deadline, or remove one of them."),
    WORST_CASE_BEYOND_DEADLINE(
            121,
            WARNING,
            "%1$s: attempts and waits can take %2$s, so the deadline can end the call while there are attempts left.",
            "lengthen the deadline, or shorten attempts, delay or timeout; attempts = Retry.UNLIMITED lets the deadline end them."),
    DELAY_BEYOND_MAX_DURATION(
            122,
            WARNING,
            "%1$s: the first wait is %2$s, after which maxDuration has passed, so there is no second attempt.",
            "write a maxDuration that is longer than the delay."),
    RETRY_ENDLESS(
            123,
            WARNING,
            "%1$s: nothing ends the attempts of %2$s while it fails.",
            "bound attempts or maxDuration, add @Deadline, or name a method in when that says when to give up."),
    CIRCUIT_BEYOND_RATE(
            124,
            WARNING,
            "%1$s: minCalls = %2$s, but %4$s never lets so many through in %3$s, so the circuit never opens.",
            "write a smaller minCalls, or a longer windowTime."),
    HEDGE_OF_VOID(
            125,
            WARNING,
            "%1$s: %2$s returns nothing, so it is called for its effect, which a hedge can have twice.",
            "remove @Hedge, or silence this if the effect may happen twice."),
    WAIT_OUTSIDE_BOUND(
            126,
            WARNING,
            "%1$s: a call waits for the permit of %2$s outside of %3$s, so nothing bounds that wait.",
            "write maxWait, or let @Nesting put the bound outside of the limit, too."),
    ON_EXCEPTED(
            127,
            WARNING,
            "%1$s: except covers %2$s, so to name that in on does nothing.",
            "remove it from on, or narrow except."),
    EXCEPT_WITHOUT_EFFECT(
            128,
            WARNING,
            "%1$s: on has nothing to do with %2$s, so to name that in except does nothing.",
            "remove it from except, or widen on."),
    FAILURE_NEVER_THROWN(
            129,
            WARNING,
            "%1$s: %2$s does not declare %3$s, so it does not fail with that.",
            "name in on what %2$s does throw, declare it, or write causes = true if it comes as the cause of another failure."),
    RECOVERED_BEFORE(
            130,
            WARNING,
            "%1$s: %2$s within it has made results of all those failures before, so it sees none.",
            "narrow on of @Recover, or write @Fallback for what is to happen when all else has failed."),
    LOCK_HELD_FOR_EVER(
            131,
            WARNING,
            "%1$s: the lock is held during all attempts of %2$s, which nothing ends, and what they wait for may need it.",
            "bound attempts or maxDuration, or let @Retry stand outside of @Locked, as it does without @Nesting.");

    private final int number;
    private final Severity severity;
    private final String text;
    private final String fix;

    Problem(int number, Severity severity, String text, String fix) {
        this.number = number;
        this.severity = severity;
        this.text = text;
        this.fix = fix;
    }

    /** {@code DEFT012}. */
    public String code() {
        return String.format(Locale.ROOT, "DEFT%03d", number);
    }

    /** Whether it refuses the code or only warns. */
    public Severity severity() {
        return severity;
    }

    /** Where it is explained. */
    public String page() {
        return "docs/errors/" + code() + ".md";
    }

    /** The cause, in one line. */
    public String text(Object... arguments) {
        return String.format(Locale.ROOT, text, arguments);
    }

    /** The mend. */
    public String fix(Object... arguments) {
        return String.format(Locale.ROOT, fix, arguments);
    }
}
