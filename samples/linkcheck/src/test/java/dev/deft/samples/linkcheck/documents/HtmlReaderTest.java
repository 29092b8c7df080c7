package dev.deft.samples.linkcheck.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.samples.linkcheck.documents.Page.WrittenLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReaderTest {
    @Test
    void findsWhateverABrowserFetchesOrFollows() {
        Page page = HtmlReader.readFragment("""
                <link rel="stylesheet" href="style.css">
                <link rel="preconnect" href="https://fonts.example.org">
                <script src="script.js"></script>
                <a href=" a.html ">A</a>
                <img src=b.png alt="">
                <video src="c.mp4" poster="c.png"></video>
                """, 1);

        assertThat(page.links())
                .containsExactly(
                        new WrittenLink("style.css", 1),
                        new WrittenLink("script.js", 3),
                        new WrittenLink("a.html", 4),
                        new WrittenLink("b.png", 5),
                        new WrittenLink("c.mp4", 6),
                        new WrittenLink("c.png", 6));
    }

    @Test
    void anchorsAreIdsAndNamesOfAnchors() {
        Page page = HtmlReader.readFragment("<h1 id='top'>A</h1><a name='old'></a><input name='field'>", 1);

        assertThat(page.anchors()).containsExactlyInAnyOrder("top", "old");
    }

    @Test
    void linksStandOnTheBaseOfTheDocument() {
        String links = "<a href='a.html'></a><a href='#b'></a><a href='http://example.org/c'></a>";

        assertThat(HtmlReader.readFragment("<base href='https://example.org/docs/'>" + links, 1)
                        .links())
                .extracting(WrittenLink::destination)
                .containsExactly("https://example.org/docs/a.html", "#b", "http://example.org/c");
        assertThat(HtmlReader.readFragment("<base href='docs/index.html'>" + links, 1)
                        .links())
                .extracting(WrittenLink::destination)
                .containsExactly("docs/a.html", "#b", "http://example.org/c");
    }

    @Test
    void readsTheCharsetThatTheDocumentNames(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("old.html");
        Files.writeString(file, "<meta charset='iso-8859-1'><a href='größe.html'>", ISO_8859_1);

        assertThat(new HtmlReader().read(file).links())
                .extracting(WrittenLink::destination)
                .containsExactly("größe.html");
    }
}
