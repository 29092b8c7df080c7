package dev.deft.testing;

import org.jspecify.annotations.Nullable;

/** Where assertions over calls and plans begin. Meant for static import, beside AssertJ's own. */
public final class DeftAssertions {
    private DeftAssertions() {}

    /**
     * Assertions over what one call did.
     *
     * @param actual the call, from {@link Recording#call}
     * @return where they begin
     */
    public static CallAssert assertThat(@Nullable RecordedCall actual) {
        return new CallAssert(actual);
    }

    /**
     * Assertions over what a method does.
     *
     * @param actual the plan, from {@link #plan(String)}
     * @return where they begin
     */
    public static PlanAssert assertThat(@Nullable Plan actual) {
        return new PlanAssert(actual);
    }

    /**
     * The plan of a method: its words in their effective order, with every value. It is read from the files that the processor
     * writes beside the classes, {@code META-INF/deft/<class>.json}, of all folders and jars on the class path; of jars that have entries
     * for their folders or a manifest, as every tool for jars makes them.
     *
     * @param name such as {@code PaymentService.charge}, the class qualified or not, with or without the parameter types
     * @return its plan
     * @throws AssertionError if no method is called so, or more than one; the message names those that may be meant
     */
    public static Plan plan(String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return Plans.named(name, PlanFiles.all(context == null ? DeftAssertions.class.getClassLoader() : context));
    }

    /**
     * The plan of a method of a class, which renaming the class does not break.
     *
     * @param type the class that is wrapped
     * @param method its name, with the parameter types where there are overloads: {@code "charge(Order)"}
     * @return its plan
     * @throws AssertionError if no method is called so, or more than one; the message names those that may be meant
     */
    public static Plan plan(Class<?> type, String method) {
        return Plans.of(type, method);
    }
}
