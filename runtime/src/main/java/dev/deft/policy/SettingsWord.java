package dev.deft.policy;

import dev.deft.internal.NearMiss;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A word as settings know it: what it is called, and which of its attributes can be set, each with the way from text and to
 * text. Immutable. The names of a word's attributes stand here and nowhere else in the runtime.
 *
 * @param <S> the settings of the word
 */
final class SettingsWord<S extends PolicySettings> {
    /** The attribute that every word has which can be switched off. */
    static final String ENABLED = "enabled";

    private final String name;
    private final Map<String, Attribute<S>> attributes;
    private final List<String> fixed;
    private final boolean shareable;
    private final boolean repeatable;
    private final @Nullable String indispensable;
    private final UnaryOperator<S> check;
    private final S sample;

    private SettingsWord(Builder<S> builder, S sample) {
        this.name = builder.name;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(builder.attributes));
        this.fixed = List.copyOf(builder.fixed);
        this.shareable = builder.shareable;
        this.repeatable = builder.repeatable;
        this.indispensable = builder.indispensable;
        this.check = builder.check;
        this.sample = sample;
    }

    /** Begins a word by its name in settings: that of the annotation, with a small letter. */
    static <S extends PolicySettings> Builder<S> named(String name) {
        return new Builder<>(name);
    }

    /** Such as {@code rateLimit}. */
    String name() {
        return name;
    }

    /** Such as {@code @RateLimit}. */
    String annotation() {
        return "@" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether it can be switched off. */
    boolean isSwitchable() {
        return indispensable == null;
    }

    /** Whether methods can share its state by a name. */
    boolean isShareable() {
        return shareable;
    }

    /** Whether a method can have several. */
    boolean isRepeatable() {
        return repeatable;
    }

    /** The attributes that can be set, {@code enabled} included. */
    List<String> attributes() {
        return List.copyOf(attributes.keySet());
    }

    /** The other attributes of the annotation. */
    List<String> fixed() {
        return fixed;
    }

    /** All attributes of some settings as text. */
    Map<String, String> texts(S settings) {
        Map<String, String> texts = new LinkedHashMap<>();
        attributes.forEach((each, attribute) -> texts.put(each, attribute.read.apply(settings)));
        return Collections.unmodifiableMap(texts);
    }

    /** The attributes of some settings that say something, for people. */
    String text(S settings) {
        List<String> parts = new ArrayList<>();
        texts(settings).forEach((each, text) -> {
            if (!text.isEmpty() && !text.equals(attribute(each).unsaid)) {
                parts.add(each + " = " + text);
            }
        });
        return String.join(", ", parts);
    }

    /**
     * The settings with another value of one attribute.
     *
     * @param attribute its name
     * @param value the value as one would write it in the annotation
     * @throws IllegalArgumentException if there is no such attribute, or the value is none for it
     */
    S with(S settings, String attribute, String value) {
        return with(settings, Map.of(attribute, value));
    }

    /**
     * The settings with other values of some attributes.
     *
     * @param values by attribute
     * @throws IllegalArgumentException if there is no such attribute, a value is none for it, or they do not fit together
     */
    S with(S settings, Map<String, String> values) {
        values.keySet().forEach(this::attribute);
        S changed = settings;
        for (Map.Entry<String, Attribute<S>> each : attributes.entrySet()) { // in this order, whatever the map's is
            String value = values.get(each.getKey());
            if (value != null) {
                changed = each.getValue().write.apply(changed, value.strip());
            }
        }
        return check.apply(changed);
    }

    /**
     * Checks an attribute and its value by themselves.
     *
     * @return some settings with that value
     * @throws IllegalArgumentException if there is no such attribute, or the value is none for it
     */
    S sample(String attribute, String value) {
        return attribute(attribute).write.apply(sample, value.strip());
    }

    private Attribute<S> attribute(String attribute) {
        Attribute<S> known = attributes.get(attribute);
        if (known != null) {
            return known;
        }
        String can = attributes.isEmpty() ? "nothing of it can be set" : "it has " + String.join(", ", attributes());
        if (attribute.equals(ENABLED) && indispensable != null) {
            throw new IllegalArgumentException(annotation() + " cannot be switched off: " + indispensable);
        }
        if (fixed.contains(attribute)) {
            throw new IllegalArgumentException(
                    annotation() + "'s " + attribute + " is settled when the class is compiled; " + can);
        }
        throw new IllegalArgumentException(annotation() + " has no attribute " + attribute
                + NearMiss.hint(attribute, attributes.keySet()) + "; " + can);
    }

    /** For people: the annotation. */
    @Override
    public String toString() {
        return annotation();
    }

    /**
     * An attribute.
     *
     * @param unsaid the value that goes without saying
     * @param read gives its value as text
     * @param write gives settings with another value, or refuses it with an {@link IllegalArgumentException}
     */
    private record Attribute<S>(String unsaid, Function<S, String> read, BiFunction<S, String, S> write) {}

    /** A word that is being made. */
    static final class Builder<S extends PolicySettings> {
        private final String name;
        private final Map<String, Attribute<S>> attributes = new LinkedHashMap<>();
        private List<String> fixed = List.of();
        private UnaryOperator<S> check = UnaryOperator.identity();
        private boolean shareable;
        private boolean repeatable;
        private @Nullable String indispensable;

        private Builder(String name) {
            this.name = name;
        }

        /** An attribute that can be set. */
        Builder<S> attribute(String attribute, Function<S, String> read, BiFunction<S, String, S> write) {
            return attribute(attribute, "", read, write);
        }

        /** An attribute that can be set, with the value that goes without saying. */
        Builder<S> attribute(
                String attribute, String unsaid, Function<S, String> read, BiFunction<S, String, S> write) {
            attributes.put(attribute, new Attribute<>(unsaid, read, write));
            return this;
        }

        /** The attributes of the annotation that cannot be set. */
        Builder<S> fixed(String... names) {
            fixed = List.of(names);
            return this;
        }

        /** Methods can share its state by a name. */
        Builder<S> shareable() {
            shareable = true;
            return this;
        }

        /** A method can have several. */
        Builder<S> repeatable() {
            repeatable = true;
            return this;
        }

        /** What makes sure that attributes fit together. */
        Builder<S> check(UnaryOperator<S> operator) {
            check = operator;
            return this;
        }

        /** The word, which can be switched off. */
        SettingsWord<S> switchable(S sample, BiFunction<S, Boolean, S> enable) {
            attribute(
                    ENABLED,
                    "true",
                    settings -> String.valueOf(settings.isEnabled()),
                    (settings, text) -> enable.apply(settings, SettingTexts.flag(text)));
            return new SettingsWord<>(this, sample);
        }

        /** The word, which cannot be switched off, for a reason. */
        SettingsWord<S> indispensable(S sample, String why) {
            indispensable = why;
            return new SettingsWord<>(this, sample);
        }
    }
}
