package dev.deft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.testing.TestCompiler.Tool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mends that depend on where the trouble is. */
class MendsTest {
    private static String said(Tool tool, String... sources) {
        return tool.compiler().compile(sources).ofDeft().toString();
    }

    @ParameterizedTest
    @EnumSource
    void makeAMethodOfAnotherPackagePublic(Tool tool) {
        assertThat(said(
                        tool,
                        "package base;\npublic class Base { protected void none() {} }",
                        "package shop;\nimport dev.deft.annotation.*;\n"
                                + "class Shop extends base.Base { @Fallback(\"none\") void run() {} }"))
                .contains("[DEFT021]", "because it is not public and declared in another package.")
                .contains("Fix: make it public.");
    }

    @ParameterizedTest
    @EnumSource
    void makeAPrivateMethodOfAnInterfacePublic(Tool tool) {
        assertThat(said(
                        tool,
                        "package shop;\nimport dev.deft.annotation.*;\n"
                                + "interface Shop { @Recover(\"none\") void run(); private void none() {} }"))
                .contains("[DEFT021]", "because it is private.", "Fix: make it public.");
    }

    @ParameterizedTest
    @EnumSource
    void doNotOfferTheMethodThatIsThere(Tool tool) {
        assertThat(said(
                        tool,
                        "package shop;\nimport dev.deft.annotation.*;\n"
                                + "class Shop { @Deferred(\"run\") void run() {} }"))
                .contains("[DEFT022]", "it is the annotated method itself", "void cleanupOfRun()")
                .doesNotContain("void run()");
    }

    @ParameterizedTest
    @EnumSource
    void askForALongerTime(Tool tool) {
        assertThat(said(
                        tool,
                        "package shop;\nimport dev.deft.annotation.*;\n"
                                + "class Shop { @RateLimit(value = 1, per = \"0\") void run() {} }"))
                .contains("[DEFT005]", "Fix: write a longer one, such as \"2s\".");
    }
}
