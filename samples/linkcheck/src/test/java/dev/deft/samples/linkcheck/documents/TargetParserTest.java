package dev.deft.samples.linkcheck.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetParserTest {
    private static final Path ROOT = Path.of("/site");
    private static final Path DOCUMENT = Path.of("/site/guide/start.md");

    private final TargetParser parser = new TargetParser(ROOT);

    @ParameterizedTest
    @CsvSource({
        "next.md,               /site/guide/next.md,    ''",
        "./next.md,             /site/guide/next.md,    ''",
        "../images/plan.svg,    /site/images/plan.svg,  ''",
        "/images/plan.svg,      /site/images/plan.svg,  ''",
        "next.md#part,          /site/guide/next.md,    part",
        "next.md?x=1#part,      /site/guide/next.md,    part",
        "#part,                 /site/guide/start.md,   part",
        "#,                     /site/guide/start.md,   ''",
        "a%20b.md#%C3%B6,       /site/guide/a b.md,     ö",
        "c++.md,                /site/guide/c++.md,     ''",
        "notes/12:30.md,        /site/guide/notes/12:30.md, ''",
    })
    void relativeLinksAreFiles(String destination, Path file, String fragment) {
        assertThat(parser.parse(destination, DOCUMENT))
                .asInstanceOf(type(Target.OnDisk.class))
                .returns(file, Target.OnDisk::file)
                .returns(fragment, Target.OnDisk::fragment);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org,                   https://example.org/",
        "HTTPS://Example.ORG:443/A?b=C#d,       https://example.org/A?b=C",
        "http://example.org:8080/#top,          http://example.org:8080/",
        "http://example.org/%7Euser/ö,          http://example.org/%7Euser/%C3%B6",
        "//example.org/a,                       https://example.org/a",
        "http://[::1]:8080/,                    http://[::1]:8080/",
    })
    void equalAddressesAreEqualTargets(String destination, URI url) {
        assertThat(parser.parse(destination, DOCUMENT)).isEqualTo(new Target.OnWeb(url));
    }

    @ParameterizedTest
    @CsvSource({
        "mailto:desk@example.org, mailto",
        "TEL:112, tel",
        "javascript:void(0), javascript",
        "x-scheme+a.b:anything, x-scheme+a.b"
    })
    void otherSchemesAreNotChecked(String destination, String scheme) {
        assertThat(parser.parse(destination, DOCUMENT)).isEqualTo(new Target.Unchecked(destination, scheme));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://",
                "http://two words/",
                "http://example.org/two words",
                "https://host_name:PORT/",
                "http://example.org:99999/",
                "100%.md"
            })
    void whatIsNotWellFormedIsSaidToBe(String destination) {
        assertThat(parser.parse(destination, DOCUMENT))
                .asInstanceOf(type(Target.Malformed.class))
                .satisfies(target -> assertThat(target.reason()).isNotBlank());
    }

    @Test
    void labelsAreRelativeToTheRoot() {
        assertThat(parser.parse("next.md#part", DOCUMENT)).hasToString("guide/next.md#part");
        assertThat(parser.parse("../../other.md", DOCUMENT)).hasToString("/other.md");
    }
}
