package variables;

import dev.deft.annotation.Limit;
import dev.deft.annotation.Tasks;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/** Annotations where type variables are declared: they do not say anything of the places where those are used. */
class Variables<@NonNull C extends @Nullable Object> {
    @Limit(1)
    C ofClass(C one, @Nullable C other, List<C> many, @Nullable C[] array) {
        return one;
    }

    @Limit(1)
    <@NonNull N, X extends N> Map<N, X> ofMethod(N one, @Nullable N other, List<? super N> to) {
        return Map.of();
    }

    abstract static class Above<@NonNull A> {
        @Limit(1)
        <@NonNull N> A inherited(A one, @Nullable A other, List<A> many, N last) {
            return one;
        }
    }

    @Tasks
    static class Below<@Nullable B> extends Above<B> {}

    @Tasks
    static class OfStrings extends Above<String> {}
}
