package dev.deft.samples.quickstart;

import dev.deft.annotation.Async;
import dev.deft.annotation.SingleFlight;
import java.time.Duration;

/** {@code @SingleFlight}: concurrent calls that ask for the same share one execution. */
public class Forecasts {
    private final Journal journal;

    /** Forecasts that tell when they ask the office. */
    public Forecasts(Journal journal) {
        this.journal = journal;
    }

    // tag::single-flight[]
    /** Whoever asks for a city while its forecast is under way gets that one. */
    @Async
    @SingleFlight
    public String forecast(String city) throws InterruptedException {
        journal.say("ask the office about %s", city);
        journal.time().sleep(Duration.ofSeconds(2));
        return "rain in " + city;
    }
    // end::single-flight[]

    // tag::single-flight-key[]
    /** What a place is for does not tell calls apart. */
    @SingleFlight(key = "place.city")
    public String warnings(Place place) {
        return "no warnings for " + place.city();
    }
    // end::single-flight-key[]

    /** Where somebody is, and why. */
    public record Place(String city, String purpose) {}
}
