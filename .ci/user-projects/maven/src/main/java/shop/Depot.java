package shop;

import dev.deft.annotation.Limit;
import dev.deft.annotation.Recover;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place with a generic nested type in it. */
public final class Depot {
    private Depot() {}

    /** Keeps things in order. */
    public record Shelf<T extends Comparable<? super T>>(List<T> things) {
        /** The greatest of all, if there are any. */
        @Limit(1)
        @Recover("nothing")
        public <C extends Comparator<? super T>> @Nullable T last(C order) {
            return things.stream().max(order).orElseThrow();
        }

        @Nullable T nothing() {
            return null;
        }
    }
}
