package constraints;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** A constraint as validation frameworks have them: on methods and parameters, and on any use of a type. */
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@interface Size {
    int min() default 0;

    int max();

    String message() default "";

    double weight() default 1;

    float share() default 1;

    char[] letters() default {};

    Class<?>[] groups() default {};

    String[] tags() default "any";
}
