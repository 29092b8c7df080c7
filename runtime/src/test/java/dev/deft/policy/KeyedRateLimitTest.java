package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.deft.Deft;
import dev.deft.RateLimitExceededException;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyedRateLimitTest {
    private static final TaskName NAME = TaskName.of("shop.Shop", "buy");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();

    @AfterEach
    void close() {
        deft.close();
    }

    @Test
    void eachKeyHasTokensOfItsOwn() throws InterruptedException {
        KeyedRateLimit rate = rate(RateLimitSettings.permits(10).burst(1));
        rate.acquire("a");
        rate.acquireInterruptibly("b");
        rate.acquire(null);
        assertThat(time.elapsed()).isZero();
        assertThat(rate.state()).isEqualTo(new KeyedState(3, 10_000, 3));
        rate.acquire("a");
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(100));
        assertThat(rate.keys()).isEqualTo(1); // the others are full again
        rate.acquire(null);
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void weighs() throws InterruptedException {
        KeyedRateLimit rate = rate(RateLimitSettings.permits(10).burst(5));
        rate.acquire("a", 5);
        rate.acquireInterruptibly("a", 2);
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(200));
        assertThatThrownBy(() -> rate.acquire("b", 6)).isInstanceOf(IllegalArgumentException.class);
        rate.acquire("c", 0);
        rate.acquire("d", 4);
        assertThat(rate.state()).as("a has no token, d has one").isEqualTo(new KeyedState(2, 10_000, 1));
    }

    @Test
    void refusesAKeyTooMany() {
        KeyedRateLimit rate = rate(RateLimitSettings.permits(10).burst(1).maxKeys(2));
        rate.acquire("a");
        rate.acquire("b");
        RateLimitExceededException refusal =
                catchThrowableOfType(RateLimitExceededException.class, () -> rate.acquire("c"));
        assertThat(refusal)
                .hasMessage("Shop.buy: @RateLimit(10) has 2 keys in use, which is its maxKeys, and has no room for"
                        + " another");
        assertThat(refusal.retryAfter()).isZero();
        time.advance(Duration.ofMillis(100));
        rate.acquire("c");
        assertThat(rate.keys()).isEqualTo(1);
    }

    @Test
    void aKeyIsKeptWhileSomebodyWaits() {
        KeyedRateLimit rate = rate(RateLimitSettings.permits(10).burst(1).maxKeys(1));
        rate.acquire("a");
        Task<Void> waiting = deft.start(NAME, () -> rate.acquire("a"));
        waiting.join();
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(100));
        assertThatThrownBy(() -> rate.acquire("b")).isInstanceOf(RateLimitExceededException.class);
        Task<Void> cancelled = deft.start(NAME, () -> rate.acquire("a"));
        cancelled.cancel(true);
        assertThatThrownBy(cancelled::join).isInstanceOf(CancellationException.class);
        cancelled.terminated().join();
        time.advance(Duration.ofMillis(100));
        rate.acquire("b"); // the cancelled wait gave its token back
        assertThat(rate.keys()).isEqualTo(1);
    }

    @Test
    void changesForAllKeys() {
        KeyedRateLimit rate = rate(RateLimitSettings.permits(1).burst(1).maxWait(Duration.ZERO));
        rate.acquire("a");
        rate.change(RateLimitSettings.permits(10).burst(2));
        assertThat(rate.settings().burst()).isEqualTo(2);
        rate.acquire("b", 2);
        rate.acquire("a");
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(100)); // none was there; waits are allowed now
        assertThatThrownBy(() -> rate.change(RateLimitSettings.permits(1)
                        .per(Duration.ofDays(10_000))
                        .burst(9)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesItsKeysByName() {
        RateLimitSettings settings =
                RateLimitSettings.permits(1).named("tenants").maxWait(Duration.ZERO);
        deft.policies().keyedRateLimit(NAME, settings).acquire("a");
        KeyedRateLimit other = deft.policies().keyedRateLimit(TaskName.of("shop.Shop", "sell"), settings);
        assertThatThrownBy(() -> other.acquire("a"))
                .isInstanceOf(RateLimitExceededException.class)
                .hasMessageStartingWith("Shop.sell: @RateLimit(1) \"tenants\"");
        other.acquire("b");
    }

    @Test
    void aMillionKeysLeaveNone() {
        KeyedRateLimit rate = rate(RateLimitSettings.permits(1_000).burst(10).maxKeys(20_000));
        for (int i = 0; i < 1_000_000; i++) {
            rate.acquire(i);
            if (i % 100 == 0) {
                time.advance(Duration.ofMillis(10));
            }
        }
        assertThat(rate.keys()).isPositive();
        time.advance(Duration.ofSeconds(1));
        assertThat(rate.keys()).isZero();
    }

    private KeyedRateLimit rate(RateLimitSettings settings) {
        return deft.policies().keyedRateLimit(NAME, settings);
    }
}
