package dev.deft.testing;

import dev.deft.Deft;
import dev.deft.time.VirtualTime;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives each test a runtime of its own, and fails a test that leaves something behind.
 *
 * <p>A test, and its {@code @BeforeEach} and {@code @AfterEach} methods, may have parameters of these types:
 *
 * <ul>
 *   <li>{@link Deft}: a runtime on virtual time, to which all else here belongs;
 *   <li>{@link VirtualTime}: its time;
 *   <li>{@link Recording}: a listener of it, which keeps what it was told;
 *   <li>{@link Faults}: what shall go wrong in it, switched on;
 *   <li>{@link RandomGenerator}: one that grows from the test's seed;
 *   <li>{@code long}, marked {@link Seed}: the seed.
 * </ul>
 *
 * <p>After each test, and after its {@code @AfterEach} methods, nothing may be left: no task that runs or waits, no timer,
 * no permit or lock that is held, no interrupt of the thread. What is left is named in an {@link AssertionError}, and then
 * cancelled. And something must have come by each of its {@link Faults}. To a test that has failed, it adds with which seed that was.
 *
 * <p>Usually registered by {@link DeftTest}. For a runtime with more settings, make one and register it with
 * {@code @RegisterExtension}.
 */
public final class DeftExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(DeftExtension.class);
    private static final String SEED_PROPERTY = "deft.seed";

    private final UnaryOperator<Deft.Builder> settings;

    /** With a runtime that has default settings, but for the time, the randomness and the listener. */
    public DeftExtension() {
        this(UnaryOperator.identity());
    }

    /**
     * With further settings.
     *
     * @param settings is given the builder of each test's runtime
     */
    public DeftExtension(UnaryOperator<Deft.Builder> settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /** For JUnit. */
    @Override
    public void beforeEach(ExtensionContext context) {
        fixture(context);
    }

    /** For JUnit. */
    @Override
    public void afterEach(ExtensionContext context) {
        Fixture fixture = fixture(context);
        context.getExecutionException().ifPresent(failure -> failure.addSuppressed(new SeedOfFailure(fixture.seed())));
        fixture.end();
    }

    /** For JUnit. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Deft.class
                || type == VirtualTime.class
                || type == Recording.class
                || type == Faults.class
                || type == RandomGenerator.class
                || (type == long.class && parameter.isAnnotated(Seed.class));
    }

    /** For JUnit. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Fixture fixture = fixture(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Deft.class) {
            return fixture.deft();
        }
        if (type == VirtualTime.class) {
            return fixture.time();
        }
        if (type == Recording.class) {
            return fixture.recording();
        }
        if (type == Faults.class) {
            return fixture.faults();
        }
        return type == RandomGenerator.class ? fixture.random() : fixture.seed();
    }

    private Fixture fixture(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getUniqueId(), id -> make(context), Fixture.class);
    }

    private Fixture make(ExtensionContext context) {
        DeftTest test = AnnotationSupport.findAnnotation(context.getElement(), DeftTest.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), DeftTest.class))
                .orElse(null);
        Long repeated = Long.getLong(SEED_PROPERTY);
        long seed = repeated != null ? repeated : test == null ? 0 : test.seed();
        boolean manual = test != null && test.manualTime();
        return new Fixture(settings, manual ? VirtualTime.manual() : new VirtualTime(), seed);
    }

    /** Tells, below the failure, how to see it again. */
    private static final class SeedOfFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        SeedOfFailure(long seed) {
            super("the seed was " + seed + ": repeat this with -D" + SEED_PROPERTY + "=" + seed, null, false, false);
        }
    }
}
