package dev.deft.policy;

import dev.deft.TaskName;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which methods somebody speaks of: a class with all of them, a method with all its overloads, or one overload. */
sealed interface TaskPattern {
    /** Does not fit. Greater numbers fit more closely. */
    int NO_FIT = 0;

    /** How closely this fits a method: an overload more than a method, a method more than a class, then the longer name. */
    int fit(TaskName task);

    /**
     * What this says of a class.
     *
     * @return null if it speaks of other classes; empty for the class as a whole; else what should be one of its methods
     */
    @Nullable
    String methodIn(String className);

    /** Whether this fits at all. */
    default boolean fits(TaskName task) {
        return fit(task) != NO_FIT;
    }

    /** Reads {@code PaymentService}, {@code shop.PaymentService.charge} or {@code PaymentService.charge(Order, int)}. */
    static TaskPattern of(String text) {
        int parameters = text.indexOf('(');
        return parameters < 0
                ? new Dotted(text, null)
                : new Dotted(text.substring(0, parameters), withoutSpaces(text.substring(parameters)));
    }

    /** Reads {@code PAYMENTSERVICE_CHARGE}, as in the name of an environment variable. */
    static TaskPattern ofVariable(String text) {
        return new Variable(text);
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("\\s", "");
    }

    /** As it stands in the name of an environment variable. */
    static String capitals(String text) {
        return text.replaceAll("[^\\p{Alnum}]+", "_").toUpperCase(Locale.ROOT);
    }

    /** {@code (Order, int)} of a task. */
    static String parameters(TaskName task) {
        String qualified = task.qualified();
        int begin = qualified.indexOf('(');
        return begin < 0 ? "" : qualified.substring(begin);
    }

    private static int fit(Level level, String className) {
        return level.weight
                + (int) className.chars().filter(each -> each == '.').count();
    }

    /** What is named; all that is more is heavier than any number of dots. */
    enum Level {
        CLASS(1_000),
        METHOD(2_000),
        OVERLOAD(3_000);

        private final int weight;

        Level(int weight) {
            this.weight = weight;
        }
    }

    /**
     * A name with dots.
     *
     * @param path what stands before the parameters
     * @param parameters in parentheses and without spaces, or null
     */
    record Dotted(String path, @Nullable String parameters) implements TaskPattern {
        @Override
        public int fit(TaskName task) {
            String method = methodIn(task.className());
            if (method == null) {
                return NO_FIT;
            }
            if (method.isEmpty()) {
                return TaskPattern.fit(Level.CLASS, path);
            }
            if (!task.method().equals(name())) {
                return NO_FIT;
            }
            if (parameters == null) {
                return TaskPattern.fit(Level.METHOD, owner());
            }
            return withoutSpaces(TaskPattern.parameters(task)).equals(parameters)
                    ? TaskPattern.fit(Level.OVERLOAD, owner())
                    : NO_FIT;
        }

        @Override
        public @Nullable String methodIn(String className) {
            if (parameters == null && names(path, className)) {
                return "";
            }
            return names(owner(), className) ? name() + (parameters == null ? "" : parameters) : null;
        }

        /** What stands before the last part. */
        String owner() {
            return path.substring(0, Math.max(0, path.lastIndexOf('.')));
        }

        /** The last part. */
        String name() {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        /** Whether a class is called so, with as much of its package as is written. */
        private static boolean names(String written, String className) {
            return className.equals(written) || (!written.isEmpty() && className.endsWith("." + written));
        }
    }

    /**
     * A name in capitals, with underscores for the dots.
     *
     * @param text the class, with or without its package, and perhaps the method, perhaps with the types of its parameters
     */
    record Variable(String text) implements TaskPattern {
        @Override
        public int fit(TaskName task) {
            String method = methodIn(task.className());
            if (method == null) {
                return NO_FIT;
            }
            if (method.isEmpty()) {
                return TaskPattern.fit(Level.CLASS, owner(task.className(), method));
            }
            String name = capitals(task.method()).replace("_", "");
            String written = method.replace("_", "");
            if (written.equals(name)) {
                return TaskPattern.fit(Level.METHOD, owner(task.className(), method));
            }
            String overload = name + capitals(TaskPattern.parameters(task)).replace("_", "");
            return written.equals(overload) ? TaskPattern.fit(Level.OVERLOAD, owner(task.className(), method)) : NO_FIT;
        }

        @Override
        public @Nullable String methodIn(String className) {
            for (String name = className; ; name = name.substring(name.indexOf('.') + 1)) {
                String owner = capitals(name);
                if (text.equals(owner)) {
                    return "";
                }
                if (!owner.isEmpty() && text.startsWith(owner + "_")) {
                    return text.substring(owner.length() + 1);
                }
                if (name.indexOf('.') < 0) {
                    return null;
                }
            }
        }

        /** The part of the class's name that is written. */
        private String owner(String className, String method) {
            int written = method.isEmpty() ? text.length() : text.length() - method.length() - 1;
            return className.substring(className.length() - written);
        }
    }
}
