/**
 * The words of the Deft task language.
 *
 * <p>A word stands on a method, on a type (where it applies to each public method that the type declares) or on an
 * annotation type marked {@link dev.deft.annotation.TaskPolicy}, which then stands for all the words that it bears.
 * The annotation processor writes the task wrapper; nothing reads these annotations at run time.
 *
 * <p>Durations are strings: {@code "100ms"}, {@code "2s"}, {@code "1m30s"}, {@code "PT2S"}, {@code "0"}. The units are
 * {@code ns}, {@code us}, {@code ms}, {@code s}, {@code m}, {@code h} and {@code d}; they are checked at compile time.
 *
 * <p>A string that names a method is resolved, overload-checked and type-checked at compile time. The method is one of
 * the same class or an inherited one, static or not, of any visibility but private. Each of its parameters is bound by
 * name and assignable type to a parameter of the annotated method, or by type to the failure ({@link Throwable} or
 * narrower: then it is called only for such failures) or to the task's context; {@code result} is the result, and an
 * {@code int} named {@code attempt} the number of the attempt.
 */
package dev.deft.annotation;
