package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.Scope;

/** The context of a group: what all its tasks lie in. */
final class GroupScope extends Scope {
    private final TaskGroup<?> group;

    GroupScope(TaskGroup<?> group, Context parent, Deft deft) {
        super(parent, deft.time());
        this.group = group;
    }

    TaskGroup<?> group() {
        return group;
    }
}
