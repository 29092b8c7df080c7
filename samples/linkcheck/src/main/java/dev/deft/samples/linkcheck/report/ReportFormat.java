package dev.deft.samples.linkcheck.report;

import dev.deft.samples.linkcheck.Report;
import java.io.PrintWriter;

/** A way to write a report down. */
public interface ReportFormat {
    /**
     * Writes the report.
     *
     * @param detail how much of it
     */
    void write(Report report, Detail detail, PrintWriter out);

    /** How much to tell. */
    enum Detail {
        /** Only what somebody should mend. */
        PROBLEMS,
        /** What is broken, has moved or took more than one attempt, and a summary. */
        NORMAL,
        /** Every link, and a summary. */
        ALL
    }

    /** The formats there are. */
    enum Name {
        TABLE(new TableFormat()),
        JSON(new JsonFormat());

        private final ReportFormat format;

        Name(ReportFormat format) {
            this.format = format;
        }

        public ReportFormat format() {
            return format;
        }
    }
}
