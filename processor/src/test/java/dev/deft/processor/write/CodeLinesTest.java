package dev.deft.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeLinesTest {
    private static void holds(String line, String... broken) {
        assertThat(CodeLines.wrapped(List.of(line))).containsExactly(broken);
    }

    @Test
    void breakBehindTheAssignmentIfTheRestFits() {
        holds(
                "    private static final TaskName OVERLOADED_BY_LIST_ARRAY = TaskName.of(\"signatures.Signatures\", \"overloaded\", \"List[]\");",
                "    private static final TaskName OVERLOADED_BY_LIST_ARRAY =",
                "            TaskName.of(\"signatures.Signatures\", \"overloaded\", \"List[]\");");
    }

    @Test
    void breakBehindAParenthesisIfTheRestFits() {
        holds(
                "        return deft.start(BOUNDED, boundedDeadline, () -> boundedRetried(key), failure -> boundedFallback(key, failure));",
                "        return deft.start(",
                "                BOUNDED, boundedDeadline, () -> boundedRetried(key), failure -> boundedFallback(key, failure));");
    }

    @Test
    void putTheArgumentsOfAnInnerCallFurtherToTheRight() {
        String many = "somethingThatIsLong, ".repeat(9) + "last";
        holds(
                "        return deft.start(MOST, () -> mostRetried(" + many + "));",
                "        return deft.start(MOST,",
                "                () -> mostRetried(" + "somethingThatIsLong, ".repeat(3) + "somethingThatIsLong,",
                "                        " + "somethingThatIsLong, ".repeat(3) + "somethingThatIsLong,",
                "                        somethingThatIsLong, last));");
    }

    @Test
    void breakAtEachOperatorOfACondition() {
        holds(
                "            if ((failure instanceof IOException || (failure instanceof RuntimeException && !isCancellation(failure)) || failure instanceof OutOfMemoryError) && !(failure instanceof IllegalStateException)) {",
                "            if ((failure instanceof IOException",
                "                            || (failure instanceof RuntimeException && !isCancellation(failure))",
                "                            || failure instanceof OutOfMemoryError)",
                "                    && !(failure instanceof IllegalStateException)) {");
    }

    @Test
    void breakAtBothSidesOfAChoice() {
        String many = "somethingLong, ".repeat(4) + "last";
        holds(
                "        return observed ? chargeObserved(" + many + ") : chargeRetried(" + many + ");",
                "        return observed",
                "                ? chargeObserved(" + many + ")",
                "                : chargeRetried(" + many + ");");
    }

    @Test
    void putACommentBeforeALineThatHasNoRoomForIt() {
        holds(
                "            java.lang.Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException",
                "            // looks through CompletionException and ExecutionException",
                "            java.lang.Throwable failure = Failures.of(thrown);");
    }

    @Test
    void putAChainFurtherToTheRightThatBeginsInABrokenLine() {
        assertThat(CodeLines.wrapped(List.of(
                        "        this.byTimeFromFiveCircuit = deft.policies().circuitBreaker(BY_TIME_FROM_FIVE, CircuitBreakerSettings.failureRate(0.5)",
                        "                .window(20)",
                        "                .trialCalls(1));",
                        "        this.next = deft.policies().circuitBreaker(NEXT, CircuitBreakerSettings.failureRate(0.5)",
                        "                .window(20));")))
                .containsExactly(
                        "        this.byTimeFromFiveCircuit =",
                        "                deft.policies().circuitBreaker(BY_TIME_FROM_FIVE, CircuitBreakerSettings.failureRate(0.5)",
                        "                        .window(20)",
                        "                        .trialCalls(1));",
                        "        this.next = deft.policies().circuitBreaker(NEXT, CircuitBreakerSettings.failureRate(0.5)",
                        "                .window(20));");
    }

    @Test
    void takeNoWildcardForAnOperator() {
        String wild = "Function<? super Argument, ? extends Result>";
        holds(
                "        Map<String, " + wild + "> first = map(" + "somethingThatIsLong, ".repeat(3) + "last);",
                "        Map<String, " + wild + "> first =",
                "                map(" + "somethingThatIsLong, ".repeat(3) + "last);");
    }

    @Test
    void putAnAnnotationTogetherAndNothingBehindIt() {
        assertThat(CodeLines.wrapped(List.of(
                        "    @Deprecated(",
                        "        since = \"1 (or 2\",",
                        "        forRemoval = true",
                        "    )",
                        "    public void old() {",
                        "        @Size(max = 10) String result;",
                        "        result = target.old();",
                        "    @Size(max = 10) String name(String first,",
                        "            @Size(max = 10) String last) {")))
                .containsExactly(
                        "    @Deprecated(since = \"1 (or 2\", forRemoval = true)",
                        "    public void old() {",
                        "        @Size(max = 10) String result;",
                        "        result = target.old();",
                        "    @Size(max = 10) String name(String first, @Size(max = 10) String last) {");
    }

    @Test
    void breakNoLiteral() {
        String many = "a, ".repeat(40) + "b";
        holds(
                "        call(\"x\\\\\", '\"', \"" + many + "\", last);",
                "        call(\"x\\\\\", '\"',",
                "                \"" + many + "\", last);");
    }
}
