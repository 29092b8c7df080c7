package dev.deft.samples.linkcheck.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.samples.linkcheck.documents.Page.WrittenLink;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {
    private final MarkdownReader reader = new MarkdownReader();

    @Test
    void findsLinksOfEveryKindAndTheirLines() {
        Page page = reader.read("""
                # Title

                An [inline](a.md "with a title"), a [reference][ref], a [ref] and an ![image](b.png).
                A [link around ![an image](c.png)](d.md), <https://example.org/e>
                and https://example.org/f as it stands.

                [ref]: https://example.org/g
                """);

        assertThat(page.links())
                .containsExactly(
                        new WrittenLink("a.md", 3),
                        new WrittenLink("https://example.org/g", 3),
                        new WrittenLink("https://example.org/g", 3),
                        new WrittenLink("b.png", 3),
                        new WrittenLink("d.md", 4),
                        new WrittenLink("c.png", 4),
                        new WrittenLink("https://example.org/e", 4),
                        new WrittenLink("https://example.org/f", 5));
    }

    @Test
    void findsLinksInItsHtml() {
        Page page = reader.read("""
                Text with <a href="inline.md">HTML</a>.

                <div>
                <img src="block.png">
                </div>
                """);

        assertThat(page.links()).containsExactly(new WrittenLink("inline.md", 1), new WrittenLink("block.png", 4));
    }

    @Test
    void takesNothingFromCode() {
        Page page = reader.read("""
                `[no](a.md)` and `https://example.org`

                ```
                [no](b.md)
                ```

                    [no](c.md)
                """);

        assertThat(page.links()).isEmpty();
    }

    @Test
    void anchorsAreHeadingsAndIds() {
        Page page = reader.read("""
                # Getting *started*, with `code`!
                ## Twice
                ## Twice
                ## Öffnungszeiten
                <a id="Mine"></a>
                """);

        assertThat(page.anchors())
                .containsExactlyInAnyOrder("getting-started-with-code", "twice", "twice-1", "öffnungszeiten", "Mine");
    }
}
