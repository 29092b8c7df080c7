package dev.deft.policy;

import dev.deft.TaskName;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a setting is about. */
sealed interface SettingScope {
    /** Not about it. */
    int NONE = 0;

    /** What to tell whoever left it out. */
    String SAY_OF_WHAT = "it does not say of what: deft.defaults.retry.attempts is for every method,"
            + " deft.PaymentService.charge.retry.attempts for one";

    /**
     * How closely this is about a policy.
     *
     * @param task whose policy
     * @param sharedName the name under which its state is shared, or ""
     * @return {@link #NONE}, or more the closer it is
     */
    int closeness(TaskName task, String sharedName);

    /** Whether this names something, and is not for all and sundry. */
    default boolean isAimed() {
        return true;
    }

    /**
     * A word wherever it stands.
     *
     * @param alone whether nothing else is said
     */
    static SettingScope defaults(boolean alone, @Nullable SettingsWord<?> word) {
        if (!alone) {
            throw new IllegalArgumentException("behind defaults stands a word, such as deft.defaults.retry.attempts;"
                    + " a class in a package of that name is called by its simple name");
        }
        if (word == null) {
            throw new IllegalArgumentException("write deft.enabled for all words, or say which");
        }
        return new Defaults();
    }

    /** What is shared under a name. */
    static SettingScope shared(String name, Predicate<String> isName, @Nullable SettingsWord<?> word) {
        if (name.isEmpty() || word == null) {
            throw new IllegalArgumentException(
                    "behind shared stand a name and a word, such as deft.shared.db.limit.value");
        }
        if (!word.isShareable()) {
            throw new IllegalArgumentException("no " + word + " is shared by a name");
        }
        return new Shared(isName);
    }

    /** All there is, or the runtime itself. */
    record Everything() implements SettingScope {
        @Override
        public int closeness(TaskName task, String sharedName) {
            return 1;
        }

        @Override
        public boolean isAimed() {
            return false;
        }
    }

    /** A word wherever it stands. */
    record Defaults() implements SettingScope {
        @Override
        public int closeness(TaskName task, String sharedName) {
            return 2;
        }

        @Override
        public boolean isAimed() {
            return false;
        }
    }

    /**
     * What is shared under a name.
     *
     * @param isName whether that is its name
     */
    record Shared(Predicate<String> isName) implements SettingScope {
        @Override
        public int closeness(TaskName task, String sharedName) {
            return !sharedName.isEmpty() && isName.test(sharedName) ? 3 : NONE;
        }
    }

    /**
     * A class or a method, and of that what it does not share.
     *
     * @param pattern the class or method
     */
    record Tasks(TaskPattern pattern) implements SettingScope {
        @Override
        public int closeness(TaskName task, String sharedName) {
            return sharedName.isEmpty() ? pattern.fit(task) : NONE;
        }
    }
}
