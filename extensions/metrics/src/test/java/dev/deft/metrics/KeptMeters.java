package dev.deft.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** A metrics library that keeps what it is told. */
final class KeptMeters implements MeterRegistrar {
    /** A meter with the values of its tags. */
    record Id(DeftMeter meter, Map<String, String> tags) {
        static Id of(DeftMeter meter, String... tags) {
            Map<String, String> map = new ConcurrentHashMap<>();
            for (int i = 0; i < tags.length; i += 2) {
                map.put(tags[i], tags[i + 1]);
            }
            return new Id(meter, Map.copyOf(map));
        }
    }

    /** What was asked for, in that order, and as often. */
    final List<Id> asked = new CopyOnWriteArrayList<>();

    private final Map<Id, AtomicLong> counters = new ConcurrentHashMap<>();
    private final Map<Id, List<Duration>> timers = new ConcurrentHashMap<>();
    private final Map<Id, DoubleSupplier> gauges = new ConcurrentHashMap<>();

    @Override
    public Counter counter(DeftMeter meter, Map<String, String> tags) {
        return counters.computeIfAbsent(ask(meter, tags), id -> new AtomicLong())::incrementAndGet;
    }

    @Override
    public Timer timer(DeftMeter meter, Map<String, String> tags) {
        return timers.computeIfAbsent(ask(meter, tags), id -> new CopyOnWriteArrayList<>())::add;
    }

    @Override
    public <S> void gauge(DeftMeter meter, Map<String, String> tags, S source, ToDoubleFunction<? super S> value) {
        WeakReference<S> weak = new WeakReference<>(source);
        gauges.put(ask(meter, tags), () -> {
            S present = weak.get();
            return present == null ? Double.NaN : value.applyAsDouble(present);
        });
    }

    private Id ask(DeftMeter meter, Map<String, String> tags) {
        Id id = new Id(meter, tags);
        asked.add(id);
        return id;
    }

    long count(DeftMeter meter, String... tags) {
        Id id = Id.of(meter, tags);
        assertThat(counters).containsKey(id);
        return counters.get(id).get();
    }

    List<Duration> durations(DeftMeter meter, String... tags) {
        Id id = Id.of(meter, tags);
        assertThat(timers).containsKey(id);
        return timers.get(id);
    }

    double value(DeftMeter meter, String... tags) {
        Id id = Id.of(meter, tags);
        assertThat(gauges).containsKey(id);
        return gauges.get(id).getAsDouble();
    }

    /** The tags under which there is this meter. */
    List<Map<String, String>> tagsOf(DeftMeter meter) {
        return asked.stream().filter(id -> id.meter() == meter).map(Id::tags).toList();
    }
}
