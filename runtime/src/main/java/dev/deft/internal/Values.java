package dev.deft.internal;

import dev.deft.TaskContext;
import org.jspecify.annotations.Nullable;

/** The values that a context carries: a chain, nearest first, shared by all contexts below. */
record Values(
        TaskContext.Key<?> key, Object value, @Nullable Values outer) {
    @SuppressWarnings("unchecked") // with(Key<T>, T) stored it
    static <T> @Nullable T find(@Nullable Values nearest, TaskContext.Key<T> key) {
        for (Values each = nearest; each != null; each = each.outer) {
            if (each.key == key) {
                return (T) each.value;
            }
        }
        return null;
    }
}
