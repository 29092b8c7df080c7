package dev.deft.samples.quickstart;

import dev.deft.annotation.Async;
import dev.deft.annotation.Batch;
import dev.deft.time.TimeSource;
import java.time.Duration;
import java.util.Map;

/** Weather stations, some nearer than others. */
public class Stations {
    private static final Map<String, Integer> SECONDS = Map.of("Oslo", 3, "Rome", 1, "Bern", 2);

    private final TimeSource time;

    public Stations(TimeSource time) {
        this.time = time;
    }

    // tag::batch[]
    @Async
    @Batch
    public String report(String city) throws InterruptedException {
        Integer seconds = SECONDS.get(city);
        if (seconds == null) {
            throw new IllegalArgumentException("no station in " + city);
        }
        time.sleep(Duration.ofSeconds(seconds));
        return "sun in " + city;
    }
    // end::batch[]
}
