package dev.deft.health;

/**
 * How a runtime was when it was looked at. Immutable.
 *
 * @param status {@link HealthStatus#DOWN} if one of the next two is, else {@link HealthStatus#DEGRADED} if something is open,
 *     saturated or stuck, else {@link HealthStatus#UP}
 * @param liveness whether the process is worth keeping: {@link HealthStatus#UP}, or {@link HealthStatus#DOWN} if more is stuck
 *     than may be
 * @param readiness whether calls are welcome: {@link HealthStatus#UP}, or {@link HealthStatus#DOWN} if the runtime is
 *     draining, or something that calls need is missing
 * @param draining whether the runtime takes no more tasks, because it has been closed
 * @param running how many tasks run, those included that are done but whose thread has not ended
 * @param open the circuits that turn calls away, by the names of their tasks
 * @param saturated what has no more to give: policies by the names of their tasks, then pools
 * @param stuck what goes on though it was told to end, the longest overdue first
 * @param missing what calls cannot do without and do not have, in the order in which it was named
 */
public record HealthReport(
        HealthStatus status,
        HealthStatus liveness,
        HealthStatus readiness,
        boolean draining,
        int running,
        Findings<OpenCircuit> open,
        Findings<Saturation> saturated,
        Findings<Stuck> stuck,
        Findings<Missing> missing) {
    /**
     * The same as JSON.
     *
     * @return one object on one line, in ASCII but for the characters in names; always with the same members in the same
     *     order
     */
    public String toJson() {
        return new JsonText()
                .open('{')
                .field("status", status.name())
                .field("liveness", liveness.name())
                .field("readiness", readiness.name())
                .field("draining", draining)
                .field("running", running)
                .field("open", open, HealthReport::write)
                .field("saturated", saturated, HealthReport::write)
                .field("stuck", stuck, HealthReport::write)
                .field("missing", missing, HealthReport::write)
                .close('}')
                .toString();
    }

    private static void write(JsonText json, OpenCircuit circuit) {
        json.field("task", circuit.task())
                .field("name", circuit.name())
                .field("state", circuit.state().name())
                .field("retryAfterMillis", circuit.retryAfter().toMillis())
                .field("keys", circuit.keys());
    }

    private static void write(JsonText json, Saturation saturation) {
        json.field("word", saturation.word())
                .field("task", saturation.task())
                .field("name", saturation.name())
                .field("size", saturation.size())
                .field("waiting", saturation.waiting())
                .field("keys", saturation.keys())
                .field("full", saturation.full());
    }

    private static void write(JsonText json, Stuck stuck) {
        json.field("task", stuck.task())
                .field("reason", stuck.reason().name())
                .field("id", stuck.id())
                .field("count", stuck.count())
                .field("overdueMillis", stuck.overdue().toMillis());
    }

    private static void write(JsonText json, Missing missing) {
        json.field("task", missing.task())
                .field("reason", missing.reason().name())
                .field("detail", missing.detail());
    }
}
