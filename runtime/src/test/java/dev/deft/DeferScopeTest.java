package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class DeferScopeTest {
    private final List<Object> log = new ArrayList<>();
    private final Defer defer = new Defer();

    @Test
    void cleansUpAtTheEndOfTheBlock() { // D7
        defer.run(() -> log.add("body"));
        for (int i = 0; i < 2; i++) {
            try (var scope = defer.scope()) {
                scope.call(log::add, "first " + i);
                scope.close(() -> log.add("second"));
            }
        }
        log.add("end");
        defer.succeeded(null);
        assertThat(log).containsExactly("second", "first 0", "second", "first 1", "end", "body");
    }

    @Test
    void unlocksAtTheEndOfTheBlock() {
        ReentrantLock lock = new ReentrantLock();
        try (var scope = defer.scope()) {
            scope.unlock(lock);
            assertThat(lock.isLocked()).isTrue();
        }
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void aFailureOfTheBlockGoesOn() {
        IOException block = new IOException("block");
        Exception cleanup = new Exception("cleanup");
        Exception second = new Exception("second");
        Throwable thrown = catchThrowable(() -> {
            try (var scope = defer.scope()) {
                scope.run(() -> {
                    throw second;
                });
                scope.run(() -> {
                    throw cleanup;
                });
                throw block;
            }
        });
        assertThat(thrown).isSameAs(block);
        assertThat(thrown.getSuppressed()).containsExactly(cleanup);
        assertThat(cleanup.getSuppressed()).containsExactly(second);
    }

    @Test
    void aFailureOfACleanupIsThrownAsItIs() {
        IOException failure = new IOException();
        Throwable thrown = catchThrowable(() -> {
            try (var scope = defer.scope()) {
                scope.run(() -> {
                    throw failure;
                });
            }
        });
        assertThat(thrown).isSameAs(failure);
        assertThat(defer.succeeded("fine")).isEqualTo("fine");
    }

    @Test
    void cleanupsOfTheBodyWaitForTheBody() {
        try (var scope = defer.scope()) {
            defer.run(() -> log.add("body"));
            scope.run(() -> log.add("block"));
        }
        assertThat(log).containsExactly("block");
        defer.succeeded(null);
        assertThat(log).containsExactly("block", "body");
    }

    @Test
    void aScopeThatIsNeverClosedEndsWithTheBody() {
        defer.run(() -> log.add("before"));
        defer.scope().run(() -> log.add("scope"));
        defer.run(() -> log.add("after"));
        defer.succeeded(null);
        assertThat(log).containsExactly("after", "scope", "before");
    }

    @Test
    void closingTwiceDoesNothingMore() {
        var scope = defer.scope();
        scope.run(() -> log.add("once"));
        scope.close();
        scope.close();
        defer.succeeded(null);
        assertThat(log).containsExactly("once");
        assertThatThrownBy(() -> scope.run(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void scopesNest() {
        try (var outer = defer.scope()) {
            outer.run(() -> log.add("outer"));
            try (var inner = defer.scope()) {
                inner.run(() -> log.add("inner"));
            }
        }
        assertThat(log).containsExactly("inner", "outer");
    }

    @Test
    void manyScopesOneAfterTheOtherLeaveNothingBehind() {
        for (int i = 0; i < 100; i++) {
            try (var scope = defer.scope()) {
                scope.run(() -> {});
                if (i == 50) {
                    defer.run(() -> log.add("body"));
                }
            }
            assertThat(defer.size()).isLessThanOrEqualTo(2);
        }
        defer.succeeded(null);
        assertThat(log).containsExactly("body");
    }
}
