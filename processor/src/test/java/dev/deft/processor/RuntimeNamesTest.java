package dev.deft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.model.RuntimeNames;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each name of the runtime and its channels that the processor knows is a public type's, in a package that they export. That the
 * methods exist which generated code calls, the examples show: their wrappers compile.
 */
class RuntimeNamesTest {
    static Stream<Field> names() {
        return Arrays.stream(RuntimeNames.class.getFields());
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAPublicTypeOfTheRuntime(Field name) throws ReflectiveOperationException {
        Class<?> type = Class.forName((String) name.get(null));

        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
        assertThat(type.getPackageName()).isIn("dev.deft", "dev.deft.policy", "dev.deft.time", "dev.deft.channel");
        assertThat(type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT))
                .isEqualTo(name.getName());
    }
}
