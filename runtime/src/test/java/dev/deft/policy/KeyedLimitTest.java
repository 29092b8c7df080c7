package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.LimitExceededException;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyedLimitTest {
    private static final TaskName NAME = TaskName.of("shop.Shop", "buy");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();

    @AfterEach
    void close() {
        deft.close();
    }

    @Test
    void eachKeyHasPermitsOfItsOwn() throws InterruptedException {
        KeyedLimit limits = limits(LimitSettings.permits(1).maxWait(Duration.ZERO));
        LimitPolicy a = limits.acquire("a");
        LimitPolicy b = limits.acquireInterruptibly("b");
        LimitPolicy none = limits.acquire(null);
        assertThatThrownBy(() -> limits.acquire("a"))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageStartingWith("Shop.buy: @Limit(1) has no permit free");
        assertThatThrownBy(() -> limits.acquireInterruptibly(null)).isInstanceOf(LimitExceededException.class);
        assertThat(limits.keys()).isEqualTo(3);
        limits.release(a);
        limits.release(b);
        limits.release(none);
        assertThat(limits.keys()).isZero();
    }

    @Test
    void weighs() throws InterruptedException {
        KeyedLimit limits = limits(LimitSettings.permits(5).maxWait(Duration.ZERO));
        LimitPolicy limit = limits.acquire("a", 3);
        assertThat(limits.acquireInterruptibly("a", 2)).isSameAs(limit);
        assertThatThrownBy(() -> limits.acquire("a", 1)).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> limits.acquire("b", 6)).isInstanceOf(IllegalArgumentException.class);
        LimitPolicy nothing = limits.acquire("a", 0);
        limits.release(nothing, 0);
        limits.release(limit, 3);
        limits.release(limit, 2);
        assertThat(limits.keys()).isZero();
    }

    @Test
    void aKeyIsKeptWhileSomebodyWaits() {
        KeyedLimit limits = limits(LimitSettings.permits(1));
        LimitPolicy first = limits.acquire("a");
        Task<Void> second = deft.start(NAME, () -> limits.release(limits.acquire("a")));
        Task<Void> third = deft.start(NAME, () -> limits.release(limits.acquire("a")));
        while (first.state().waiting() < 2) {
            Thread.onSpinWait();
        }
        second.cancel(true);
        assertThatThrownBy(second::join).isInstanceOf(CancellationException.class);
        assertThat(limits.keys()).isEqualTo(1);
        limits.release(first);
        third.join();
        second.terminated().join();
        third.terminated().join();
        assertThat(limits.keys()).isZero();
    }

    @Test
    void refusesAKeyTooMany() {
        KeyedLimit limits = limits(LimitSettings.permits(1).maxKeys(2));
        LimitPolicy a = limits.acquire("a");
        LimitPolicy b = limits.acquire("b");
        assertThatThrownBy(() -> limits.acquire("c"))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("Shop.buy: @Limit(1) has 2 keys in use, which is its maxKeys, and has no room for another");
        limits.release(a);
        limits.release(limits.acquire("c"));
        limits.release(b);
        assertThat(limits.keys()).isZero();
    }

    @Test
    void refusesALimitOfAnother() {
        KeyedLimit limits = limits(LimitSettings.permits(1));
        KeyedLimit others = limits(LimitSettings.permits(2));
        LimitPolicy limit = others.acquire("a");
        assertThatThrownBy(() -> limits.release(limit)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limits.release(deft.policies().limit(NAME, LimitSettings.permits(1))))
                .isInstanceOf(IllegalArgumentException.class);
        others.release(limit);
        assertThatThrownBy(() -> others.release(limit)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void changesForAllKeys() {
        KeyedLimit limits = limits(LimitSettings.permits(1).maxWait(Duration.ZERO));
        LimitPolicy limit = limits.acquire("a");
        limits.change(LimitSettings.permits(2).maxWait(Duration.ZERO));
        assertThat(limits.acquire("a")).isSameAs(limit);
        assertThat(limits.acquire("b").state().permits()).isEqualTo(2);
        assertThat(limits.settings().permits()).isEqualTo(2);
    }

    @Test
    void sharesItsKeysByNameAndSpeaksForEachTask() {
        LimitSettings settings = LimitSettings.permits(1).maxWait(Duration.ZERO).named("tenants");
        KeyedLimit one = deft.policies().keyedLimit(NAME, settings);
        KeyedLimit two = deft.policies().keyedLimit(TaskName.of("shop.Shop", "sell"), settings);
        LimitPolicy limit = one.acquire("a");
        assertThatThrownBy(() -> two.acquire("a")).hasMessageStartingWith("Shop.sell: @Limit(1) \"tenants\"");
        two.release(limit);
        assertThat(one.keys()).isZero();
    }

    @Test
    void aMillionKeysLeaveNone() {
        KeyedLimit limits = limits(LimitSettings.permits(3).maxKeys(1));
        for (int i = 0; i < 1_000_000; i++) {
            limits.release(limits.acquire(i));
        }
        assertThat(limits.keys()).isZero();
    }

    private KeyedLimit limits(LimitSettings settings) {
        return deft.policies().keyedLimit(NAME, settings);
    }
}
