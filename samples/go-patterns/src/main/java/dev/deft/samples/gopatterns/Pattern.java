package dev.deft.samples.gopatterns;

/** Something that Go programmers write every day, done with Deft. */
@FunctionalInterface
public interface Pattern {
    /** Does it, and prints what happens; runs in a task. */
    void show() throws Exception;
}
