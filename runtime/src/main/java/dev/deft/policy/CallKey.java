package dev.deft.policy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call as one key: two are equal if the parameters are, one by one, as {@code equals} sees it, arrays
 * by their content. Immutable, save for what the parameters themselves are; the hash code is that of their state when
 * the key was made.
 */
public final class CallKey {
    private static final CallKey NONE = new CallKey(new Object[0]);

    private final @Nullable Object[] parameters;
    private final int hash;

    private CallKey(@Nullable Object[] parameters) {
        this.parameters = parameters;
        this.hash = Arrays.deepHashCode(parameters);
    }

    /**
     * The key of a call.
     *
     * @param parameters in order, each possibly null; the array belongs to the key from here on
     * @return the key
     */
    public static CallKey of(@Nullable Object... parameters) {
        return parameters.length == 0 ? NONE : new CallKey(parameters);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof CallKey that && hash == that.hash && Arrays.deepEquals(parameters, that.parameters);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** For people: the parameters in parentheses. */
    @Override
    public String toString() {
        String text = Arrays.deepToString(parameters);
        return "(" + text.substring(1, text.length() - 1) + ")";
    }
}
