package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;

/**
 * What there is to hand to a method that an annotation names, at the place where it is called.
 *
 * @param failure the failure
 * @param result the result
 * @param attempt the number of the attempt
 */
record Values(CodeBlock failure, CodeBlock result, CodeBlock attempt) {
    private static final CodeBlock CURRENT_ATTEMPT =
            CodeBlock.of("$T.current().attempt()", RuntimeClasses.TASK_CONTEXT);

    /** After a failure, in the absence of a result. */
    static Values failure(CodeBlock failure, CodeBlock noResult) {
        return new Values(failure, noResult, CURRENT_ATTEMPT);
    }

    /** After a success. */
    static Values result(String result) {
        return new Values(CodeBlock.of("null"), CodeBlock.of("$N", result), CURRENT_ATTEMPT);
    }

    /** The same where the number of the attempt is at hand. */
    Values inAttempt(CodeBlock number) {
        return new Values(failure, result, number);
    }
}
