package dev.deft.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.deft.CronTimes;
import dev.deft.Deft;
import dev.deft.Schedule;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CronExpressionsTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    private static List<String> moments(CronTimes times, String after, int count) {
        List<String> moments = new ArrayList<>();
        Instant moment = Instant.parse(after);
        while (moments.size() < count) {
            moment = times.after(moment);
            moments.add(String.valueOf(moment));
        }
        return moments;
    }

    @Test
    void unixHasFiveFields() {
        assertThat(moments(CronExpressions.unix(ZoneOffset.UTC).read("30 3 * * 1"), "2024-01-01T03:30:00Z", 2))
                .containsExactly("2024-01-08T03:30:00Z", "2024-01-15T03:30:00Z");
    }

    @Test
    void quartzBeginsWithTheSeconds() {
        assertThat(moments(CronExpressions.quartz(ZoneOffset.UTC).read("*/20 0 12 * * ?"), "2024-01-01T12:00:10Z", 3))
                .containsExactly("2024-01-01T12:00:20Z", "2024-01-01T12:00:40Z", "2024-01-02T12:00:00Z");
    }

    @Test
    void theClocksOfTheZoneCount() {
        assertThat(moments(CronExpressions.unix(VIENNA).read("0 12 * * *"), "2024-03-29T12:00:00Z", 3))
                .containsExactly("2024-03-30T11:00:00Z", "2024-03-31T10:00:00Z", "2024-04-01T10:00:00Z");
    }

    @Test
    void whatIsNoExpressionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronExpressions.unix(VIENNA).read("every day"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronExpressions.unix(VIENNA).read("61 * * * *"));
    }

    @Test
    void anExpressionMayHaveNoFurtherMoment() {
        CronTimes times = CronExpressions.quartz(ZoneOffset.UTC).read("0 0 0 1 1 ? 2020");

        assertThat(times.after(Instant.parse("2020-01-01T00:00:00Z"))).isNull();
    }

    @Test
    void aTickerRunsByIt() throws InterruptedException {
        VirtualTime time = new VirtualTime(); // the year 2000
        List<Instant> runs = Collections.synchronizedList(new ArrayList<>());
        try (Deft deft = Deft.builder()
                .time(time)
                .cron(CronExpressions.unix(ZoneOffset.UTC))
                .build()) {
            Task<Void> ticker = deft.schedule(
                    TaskName.of("shop.Reports", "scheduleReport"),
                    Schedule.cron("0 3 * * *"),
                    () -> runs.add(time.now()));
            time.sleep(Duration.ofDays(2));
            ticker.cancel(true);
        }
        assertThat(runs).containsExactly(Instant.parse("2000-01-01T03:00:00Z"), Instant.parse("2000-01-02T03:00:00Z"));
    }

    @Test
    void theFormatIsGivenToTheRuntime() {
        // tag::cron[]
        Deft deft = Deft.builder()
                .cron(CronExpressions.unix(ZoneId.of("Europe/Vienna")))
                .build();
        // end::cron[]
        assertThat(deft.isClosed()).isFalse();
        deft.close();
    }
}
