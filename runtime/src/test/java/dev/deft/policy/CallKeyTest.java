package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallKeyTest {
    @Test
    void isEqualWhereTheParametersAre() {
        assertThat(CallKey.of("a", 1, null)).isEqualTo(CallKey.of("a", 1, null));
        assertThat(CallKey.of("a", 1, null)).hasSameHashCodeAs(CallKey.of("a", 1, null));
        assertThat(CallKey.of(List.of(1, 2))).isEqualTo(CallKey.of(List.of(1, 2)));
        assertThat(CallKey.of()).isEqualTo(CallKey.of());
        assertThat(CallKey.of()).isSameAs(CallKey.of());
    }

    @Test
    void isDifferentWhereTheyAre() {
        CallKey key = CallKey.of("a", 1);
        assertThat(key).isNotEqualTo(CallKey.of(1, "a"));
        assertThat(key).isNotEqualTo(CallKey.of("a"));
        assertThat(key).isNotEqualTo(CallKey.of("a", 1L));
        assertThat(key).isNotEqualTo(CallKey.of("a", 1, null));
        assertThat(key).isNotEqualTo("a");
        assertThat(CallKey.of((Object) null)).isNotEqualTo(CallKey.of());
    }

    @Test
    void looksIntoArrays() {
        assertThat(CallKey.of(new int[] {1, 2}, "x")).isEqualTo(CallKey.of(new int[] {1, 2}, "x"));
        assertThat(CallKey.of(new int[] {1, 2}, "x")).hasSameHashCodeAs(CallKey.of(new int[] {1, 2}, "x"));
        assertThat(CallKey.of((Object) new String[][] {{"a"}, {null}})).isEqualTo(CallKey.of((Object)
                new String[][] {{"a"}, {null}}));
        assertThat(CallKey.of(new int[] {1, 2}, "x")).isNotEqualTo(CallKey.of(new int[] {2, 1}, "x"));
        assertThat(CallKey.of((Object) new int[] {1})).isNotEqualTo(CallKey.of((Object) new long[] {1}));
    }

    @Test
    void tellsEqualHashCodesApart() {
        assertThat(CallKey.of("Aa")).hasSameHashCodeAs(CallKey.of("BB"));
        assertThat(CallKey.of("Aa")).isNotEqualTo(CallKey.of("BB"));
    }

    @Test
    void isFoundAgainThoughAParameterChanged() {
        int[] parameter = {1};
        CallKey key = CallKey.of((Object) parameter);
        Map<CallKey, String> map = new HashMap<>();
        map.put(key, "found");
        parameter[0] = 2;
        assertThat(map.remove(key)).isEqualTo("found");
    }

    @Test
    void saysWhatItIs() {
        assertThat(CallKey.of("a", 1, null, new int[] {2})).hasToString("(a, 1, null, [2])");
        assertThat(CallKey.of()).hasToString("()");
    }
}
