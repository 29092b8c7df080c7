package dev.deft.cron;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.deft.CronFormat;
import dev.deft.CronTimes;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * Cron expressions of a known format, whose moments are those of a time zone; to be given to
 * {@link dev.deft.Deft.Builder#cron}. Safe for use by any number of threads.
 */
public final class CronExpressions implements CronFormat {
    private final CronParser parser;
    private final ZoneId zone;

    private CronExpressions(CronType type, ZoneId zone) {
        this.parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type));
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * As Unix has them: minute, hour, day of the month, month, day of the week. {@code "30 3 * * 1"} is each Monday at half past
     * three.
     *
     * @param zone whose clocks count
     * @return a format
     */
    public static CronExpressions unix(ZoneId zone) {
        return new CronExpressions(CronType.UNIX, zone);
    }

    /**
     * As Quartz has them: the second first, and a year last if there is one. {@code "0 30 3 ? * MON"} is each Monday at half past
     * three.
     *
     * @param zone whose clocks count
     * @return a format
     */
    public static CronExpressions quartz(ZoneId zone) {
        return new CronExpressions(CronType.QUARTZ, zone);
    }

    @Override
    public CronTimes read(String expression) {
        ExecutionTime times = ExecutionTime.forCron(parser.parse(expression).validate());
        return moment -> times.nextExecution(moment.atZone(zone))
                .map(ZonedDateTime::toInstant)
                .orElse(null);
    }
}
