package dev.deft;

import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Identity of a task method: what shared state belongs to, and what messages, events and threads are named after.
 *
 * <p>Immutable; two names with the same parts are equal.
 */
public final class TaskName {
    private final String className;
    private final String method;
    private final String qualified;
    private final String display;
    private final ThreadFactory threads;

    private TaskName(String className, String method, String qualified, String display) {
        this.className = className;
        this.method = method;
        this.qualified = qualified;
        this.display = display;
        this.threads = Thread.ofVirtual().name(display).factory();
    }

    /**
     * The name of a method.
     *
     * @param className fully qualified name of the class that declares it
     * @param method its simple name
     * @param parameterTypes names of its parameter types, which tell overloads apart
     * @return the name
     */
    public static TaskName of(String className, String method, String... parameterTypes) {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(method, "method");
        String qualified = className + "." + method + "(" + String.join(", ", parameterTypes) + ")";
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return new TaskName(className, method, qualified, simple + "." + method);
    }

    /**
     * The name of a task that is no method of a class.
     *
     * @param name as it shall appear
     * @return the name; its {@link #className()} is empty
     */
    public static TaskName named(String name) {
        Objects.requireNonNull(name, "name");
        return new TaskName("", name, name, name);
    }

    /**
     * The class that declares the method.
     *
     * @return its fully qualified name, or the empty string
     */
    public String className() {
        return className;
    }

    /**
     * The method.
     *
     * @return its simple name
     */
    public String method() {
        return method;
    }

    /**
     * The whole name, such as {@code shop.PaymentService.charge(Order)}.
     *
     * @return what {@link #equals} compares
     */
    public String qualified() {
        return qualified;
    }

    /** Makes virtual threads that bear this name. */
    ThreadFactory threads() {
        return threads;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof TaskName name && qualified.equals(name.qualified));
    }

    @Override
    public int hashCode() {
        return qualified.hashCode();
    }

    /**
     * The short name, such as {@code PaymentService.charge}, for messages.
     *
     * @return simple name of the class and of the method
     */
    @Override
    public String toString() {
        return display;
    }
}
