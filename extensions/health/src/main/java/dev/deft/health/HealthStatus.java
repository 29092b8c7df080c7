package dev.deft.health;

/** How a runtime, or one aspect of it, is. */
public enum HealthStatus {
    /** Nothing is to be said. */
    UP,
    /** It works, but something is open, saturated or stuck. */
    DEGRADED,
    /** It is not to be used: it is draining, or what it was told to need is missing. */
    DOWN;

    /**
     * What a probe is to be answered with, as Kubernetes and load balancers understand it.
     *
     * @return 503 if it is down, else 200
     */
    public int httpStatus() {
        return this == DOWN ? 503 : 200;
    }
}
