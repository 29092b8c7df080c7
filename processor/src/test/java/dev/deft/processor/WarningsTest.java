package dev.deft.processor;

import dev.deft.processor.testing.TestCompiler;
import org.junit.jupiter.api.Test;

/** What javac alone would warn of. */
class WarningsTest {
    @Test
    void areNoneWhereAnInterfaceDeclaresItsFinalizer() {
        TestCompiler.javac().compile("""
                package shop;
                interface Ending {
                    @dev.deft.annotation.Limit(1)
                    int end();
                    void finalize() throws Throwable;
                }
                """).clean();
    }
}
