package dev.deft.samples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RedirectsTest {
    private final Redirects redirects = new Redirects(URI.create("http://example.org/a"));

    @Test
    void remembersTheWay() {
        assertThat(redirects.any()).isFalse();
        assertThat(redirects.follow("/b")).isTrue();
        assertThat(redirects.follow("https://example.com/c#part")).isTrue();

        assertThat(redirects.any()).isTrue();
        assertThat(redirects.current()).isEqualTo(URI.create("https://example.com/c"));
        assertThat(redirects).hasToString("-> http://example.org/b -> https://example.com/c");
    }

    @Test
    void seesCircles() {
        redirects.follow("/b");

        assertThat(redirects.follow("a")).isFalse();
        assertThat(redirects.problem())
                .isEqualTo("redirects in a circle -> http://example.org/b -> http://example.org/a");
    }

    @Test
    void hasAnEnd() {
        for (int i = 0; i < 10; i++) {
            assertThat(redirects.follow("/" + i)).isTrue();
        }

        assertThat(redirects.follow("/10")).isFalse();
        assertThat(redirects.problem()).isEqualTo("redirects more than 10 times");
    }

    @Test
    void staysOnTheWeb() {
        assertThat(redirects.follow("file:///etc/hosts")).isFalse();
        assertThat(redirects.problem()).contains("not on the web");
        assertThat(redirects.follow("ht tp://")).isFalse();
        assertThat(redirects.problem()).contains("not a valid address");
    }
}
