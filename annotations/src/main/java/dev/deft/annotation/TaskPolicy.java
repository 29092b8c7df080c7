package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation type as a composed word: it stands for the Deft annotations that it bears.
 *
 * {@snippet :
 * @TaskPolicy
 * @Retry(attempts = 5)
 * @Limit(10)
 * @Timeout("2s")
 * @interface RemoteCall {}
 * }
 *
 * <p>What stands on the method itself wins over what a composed annotation brings.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
public @interface TaskPolicy {}
