package dev.deft.processor.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static String value(Object value) {
        return Json.file(Map.of("v", value)).replace("{\n  \"v\": ", "").replace("\n}\n", "");
    }

    @Test
    void writesEachKindOfValue() {
        assertThat(value("a")).isEqualTo("\"a\"");
        assertThat(value(10)).isEqualTo("10");
        assertThat(value(0.5)).isEqualTo("0.5");
        assertThat(value(true)).isEqualTo("true");
        assertThat(value(Optional.empty())).isEqualTo("null");
        assertThat(value(Optional.of("a"))).isEqualTo("\"a\"");
        assertThat(value(OptionalInt.empty())).isEqualTo("null");
        assertThat(value(OptionalInt.of(3))).isEqualTo("3");
        assertThat(value(List.of())).isEqualTo("[]");
        assertThat(value(List.of("a", "b"))).isEqualTo("[\"a\", \"b\"]");
        assertThatIllegalArgumentException().isThrownBy(() -> value(new Object()));
    }

    @Test
    void escapesWhatJsonAndUtf8CannotHold() {
        assertThat(value("a\"b\\c/d")).isEqualTo("\"a\\\"b\\\\c/d\"");
        assertThat(value("\n\r\t\0\u001f\u007f")).isEqualTo("\"\\n\\r\\t\\u0000\\u001f\\u007f\"");
        assertThat(value("größe € \ud83d\ude00")).isEqualTo("\"größe € \ud83d\ude00\"");
        assertThat(value("\ud83d \ude00")).isEqualTo("\"\\ud83d \\ude00\"");
    }

    @Test
    void keepsTheOrderAndIndents() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", 1);
        inner.put("a", List.of(1, 2));
        assertThat(Json.file(Map.of("all", List.of(inner, inner)))).isEqualTo("""
                {
                  "all": [
                    {
                      "z": 1,
                      "a": [1, 2]
                    },
                    {
                      "z": 1,
                      "a": [1, 2]
                    }
                  ]
                }
                """);
    }
}
