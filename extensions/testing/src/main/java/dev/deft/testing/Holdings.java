package dev.deft.testing;

import dev.deft.policy.AdaptiveLimitPolicy;
import dev.deft.policy.KeyedLimit;
import dev.deft.policy.KeyedLock;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LockPolicy;
import dev.deft.policy.Policies;
import dev.deft.policy.Policy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The permits and locks that somebody holds, in words. */
final class Holdings {
    private final List<String> texts = new ArrayList<>();

    private Holdings() {}

    /** Those of all policies; what several share under a name once. */
    static List<String> of(Policies policies) {
        Holdings holdings = new Holdings();
        Set<String> shared = new HashSet<>();
        for (Policy<?> policy : policies) {
            if (policy.sharedName().isEmpty() || shared.add(policy.word() + ' ' + policy.sharedName())) {
                holdings.look(policy);
            }
        }
        return holdings.texts;
    }

    private void look(Policy<?> policy) {
        switch (policy) {
            case LimitPolicy limit -> held(limit.state().taken(), "permit", limit);
            case AdaptiveLimitPolicy limit -> held(limit.state().inside(), "permit", limit);
            case LockPolicy lock -> {
                LockPolicy.State state = lock.state();
                held(state.reading() + (state.writing() ? 1 : 0), "hold", lock);
            }
            case KeyedLimit limit -> held(limit.keys(), "key", limit);
            case KeyedLock lock -> held(lock.keys(), "key", lock);
            default -> {}
        }
    }

    private void held(int count, String what, Policy<?> policy) {
        if (count > 0) {
            texts.add(count + " " + what + (count == 1 ? "" : "s") + " of " + policy);
        }
    }
}
