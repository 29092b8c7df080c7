package dev.deft.samples.linkcheck.report;

/** Tells how far a run has come. Any thread may take a step. */
public interface Progress extends AutoCloseable {
    /** One more link is done. */
    void step();

    @Override
    void close();

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void step() {}

            @Override
            public void close() {}
        };
    }
}
