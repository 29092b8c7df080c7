package dev.deft.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test, by its parameters, a runtime of its own on virtual time, and fails it if it leaves anything behind.
 * On a method it replaces the one on the class.
 *
 * <p>See {@link DeftExtension} for the parameters and for what is checked.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(DeftExtension.class)
public @interface DeftTest {
    /**
     * From what all randomness of the test grows: jitter, faults, and a {@link java.util.random.RandomGenerator}
     * parameter. The system property {@code deft.seed} takes precedence, to repeat a test with another.
     *
     * @return the seed; 0 unless said
     */
    long seed() default 0;

    /**
     * Whether time moves by {@link dev.deft.time.VirtualTime#advance} alone, and not by itself when every task waits.
     *
     * @return false unless said
     */
    boolean manualTime() default false;
}
