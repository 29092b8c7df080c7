package dev.deft.samples.gateway;

import dev.deft.Deft;
import dev.deft.policy.Policy;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sees what the words of the gateway go by and know, and changes it while requests are under way. */
final class Operator {
    private static final Pattern KEY = Pattern.compile("deft\\.(\\w+\\.\\w+)\\.(\\w+)\\.(\\w+)");

    private final Deft deft;

    Operator(Deft deft) {
        this.deft = deft;
    }

    /** One line a policy. */
    // tag::show[]
    String show() {
        return deft.policies().all().stream()
                .map(policy ->
                        "%-21s %-15s %s  %s".formatted(policy.task(), policy.word(), policy.settings(), policy.state()))
                .collect(Collectors.joining("\n"));
    }
    // end::show[]

    /**
     * Takes lines as they stand in a file of settings, such as {@code deft.Shop.product.limit.value=4}.
     *
     * @throws IllegalArgumentException if there is no such method, word, attribute or value; then nothing has changed of the
     *     word that was meant
     */
    void change(String lines) {
        Map<Policy<?>, Map<String, String>> changes = new LinkedHashMap<>();
        read(lines).forEach((key, value) -> {
            Matcher parts = KEY.matcher(key);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        key + " is not deft.<class>.<method>.<word>.<attribute>, as in deft.Shop.product.limit.value");
            }
            for (Policy<?> policy : policies(parts.group(1), parts.group(2))) {
                changes.computeIfAbsent(policy, each -> new TreeMap<>()).put(parts.group(3), value);
            }
        });
        // Values that belong together, such as a rate and its burst, change at one moment.
        changes.forEach(Policy::set);
    }

    private List<Policy<?>> policies(String task, String word) {
        List<Policy<?>> all = deft.policies().of(task);
        List<Policy<?>> meant =
                all.stream().filter(policy -> policy.word().equals(word)).toList();
        if (meant.isEmpty()) {
            throw new IllegalArgumentException("there is no %s of %s, but %s"
                    .formatted(word, task, all.stream().map(Policy::word).toList()));
        }
        return meant;
    }

    private static Map<String, String> read(String lines) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // from memory
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }
}
