package dev.deft.policy;

import org.jspecify.annotations.Nullable;

/**
 * One setting, understood.
 *
 * @param key as it is written
 * @param value as it is written
 * @param scope what it is about
 * @param word the word; null if it is about all of them, or about none
 * @param ordinal which of a method's policies of that word, from 1; 0 for each of them
 * @param attribute the attribute
 */
record Setting(
        String key,
        String value,
        SettingScope scope,
        @Nullable SettingsWord<?> word,
        int ordinal,
        String attribute) {
    /**
     * Makes a setting, if it can be.
     *
     * @throws IllegalArgumentException if there is no such attribute, or the value is none for it
     */
    static Setting of(
            String key,
            String value,
            SettingScope scope,
            @Nullable SettingsWord<?> word,
            int ordinal,
            String attribute) {
        Setting setting = new Setting(key, value.strip(), scope, word, ordinal, attribute);
        setting.check();
        return setting;
    }

    private void check() {
        if (word != null) {
            if (ordinal > 0 && !word.isRepeatable()) {
                throw new IllegalArgumentException("no method has several " + word + ": leave the number out");
            }
            if (ordinal > 0 && !(scope instanceof SettingScope.Tasks)) {
                throw new IllegalArgumentException("a number tells the words of a method apart: leave it out");
            }
            word.sample(attribute, value);
        } else if (attribute.equals(SettingKeys.RETRY_BUDGET)) {
            RetryBudget.checked(SettingTexts.decimal(value));
        } else {
            SettingTexts.flag(value);
        }
    }

    /** Whether it is about policies of that word. */
    boolean concerns(SettingsWord<?> other, int otherOrdinal) {
        return word == null
                ? other.isSwitchable() && attribute.equals(SettingsWord.ENABLED)
                : word.name().equals(other.name()) && (ordinal == 0 || ordinal == otherOrdinal);
    }

    /** How closely it is about a policy, beside its scope: a word more than all words, one of several more than each. */
    int closeness() {
        return (word == null ? 0 : 1) + (ordinal == 0 ? 0 : 1);
    }

    /** As it is written, key and value. */
    @Override
    public String toString() {
        return key + " = " + value;
    }
}
