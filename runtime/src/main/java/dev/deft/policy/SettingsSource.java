package dev.deft.policy;

import dev.deft.SettingsException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Settings that take the place of what annotations say, for {@link dev.deft.Deft.Builder#settings(SettingsSource)}.
 * Immutable.
 *
 * <p>A setting is a key and a value, such as {@code deft.PaymentService.charge.retry.attempts} and {@code 5}. What concerns
 * other things, because its key does not begin with {@code deft.}, is left alone. All others are checked when they are read
 * as far as they can be: how they are spelled, that there is such a word and attribute, and that the value is one for it.
 * Whether there is such a method is known only when its wrapper is made.
 */
public final class SettingsSource {
    private final List<Setting> settings;

    private SettingsSource(List<Setting> settings) {
        this.settings = settings;
    }

    /**
     * From a map.
     *
     * @param settings values by keys
     * @return the settings, as the map is now
     * @throws SettingsException if any of them cannot be
     */
    public static SettingsSource of(Map<String, String> settings) {
        return read("the map", settings, SettingKeys::read);
    }

    /**
     * From the system properties, as {@code -Ddeft.PaymentService.charge.retry.attempts=5} makes them.
     *
     * @return the settings, as the properties are now
     * @throws SettingsException if any of them cannot be
     */
    public static SettingsSource systemProperties() {
        return read("the system properties", textsOf(System.getProperties()), SettingKeys::read);
    }

    /**
     * From the environment variables, where the same setting is called {@code DEFT_PAYMENTSERVICE_CHARGE_RETRY_ATTEMPTS}.
     *
     * @return the settings
     * @throws SettingsException if any of them cannot be; all variables whose names begin with {@code DEFT_} are read
     */
    public static SettingsSource environment() {
        return environment(System.getenv());
    }

    /**
     * From such variables as {@link #environment()} reads.
     *
     * @param variables values by names
     * @return the settings, as the variables are now
     * @throws SettingsException if any of them cannot be; all variables whose names begin with {@code DEFT_} are read
     */
    public static SettingsSource environment(Map<String, String> variables) {
        return read("the environment", variables, VariableNames::read);
    }

    /**
     * From a {@code .properties} file in UTF-8.
     *
     * @param file the file
     * @return the settings, as the file is now
     * @throws UncheckedIOException if the file cannot be read
     * @throws SettingsException if any of them cannot be
     */
    public static SettingsSource file(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException("The settings in " + file + " cannot be read", failure);
        } catch (IllegalArgumentException malformed) { // an escape that is none
            throw new SettingsException(
                    "The settings in " + file + " cannot be read", List.of(String.valueOf(malformed.getMessage())));
        }
        return read(file.toString(), textsOf(properties), SettingKeys::read);
    }

    private static Map<String, String> textsOf(Properties properties) {
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static SettingsSource read(String name, Map<String, String> texts, KeyReader keys) {
        List<Setting> settings = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        new TreeMap<>(texts).forEach((key, value) -> { // one order, whatever the map's is
            try {
                keys.read(key, value).ifPresent(settings::add);
            } catch (IllegalArgumentException wrong) {
                problems.add(key + " = " + value + ": " + wrong.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new SettingsException("Settings of " + name + " are wrong", problems);
        }
        return new SettingsSource(List.copyOf(settings));
    }

    /** Those of Deft. */
    List<Setting> settings() {
        return settings;
    }

    /** Understands a key and its value. */
    private interface KeyReader {
        /** Nothing if the key is none of ours. */
        Optional<Setting> read(String key, String value);
    }
}
