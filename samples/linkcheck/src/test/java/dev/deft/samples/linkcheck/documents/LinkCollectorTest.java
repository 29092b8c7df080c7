package dev.deft.samples.linkcheck.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCollectorTest {
    private final LinkCollector collector = new LinkCollector(new Pages());

    @TempDir
    private Path folder;

    @Test
    void takesEachTargetOnceWithAllItsPlaces() throws IOException {
        write("a.md", "[one](http://example.org/x#1)\n\n[two](HTTP://EXAMPLE.org/x#2)");
        write("sub/b.html", "<a href='http://example.org:80/x'>three</a>");

        collector.add(folder.toString());

        assertThat(collector.links().documents()).isEqualTo(2);
        assertThat(collector.links().links()).singleElement().satisfies(link -> {
            assertThat(link.target()).isEqualTo(new Target.OnWeb(URI.create("http://example.org/x")));
            assertThat(link.places()).map(Place::toString).containsExactly("a.md:1", "a.md:3", "sub/b.html:1");
        });
    }

    @Test
    void leavesHiddenAndForeignFoldersAlone() throws IOException {
        write("a.md", "");
        write(".git/b.md", "[x](y)");
        write("node_modules/c.md", "[x](y)");
        write("picture.txt", "[x](y)");

        collector.add(folder.toString());

        assertThat(collector.links()).isEqualTo(new Links(List.of(), 1, List.of()));
    }

    @Test
    void readsListsOfAddresses() throws IOException {
        Path list = write("list.txt", "# comment\n\n  http://example.org/a  \nhttp://example.org/b\na.md\n");

        collector.add(list.toString());

        assertThat(collector.links().links())
                .map(link -> link.target() + " " + link.places().get(0).line())
                .containsExactly("http://example.org/a 3", "http://example.org/b 4", "a.md 5");
    }

    @Test
    void takesDocumentsAndAddressesFromTheCommandLine() throws IOException {
        collector.add(write("a.md", "[b](b.md)").toString());
        collector.add("https://example.org");

        assertThat(collector.links().links())
                .map(link -> link.target() + " from " + link.places().get(0))
                .containsExactly("b.md from a.md:1", "https://example.org/ from (command line)");
    }

    @Test
    void saysWhatItCouldNotReadAndGoesOn() throws IOException {
        write("docs/good.md", "[b](b.md)");
        Files.createSymbolicLink(folder.resolve("docs/dangling.md"), folder.resolve("nowhere.md"));
        Files.createDirectory(folder.resolve("empty"));

        collector.add(folder.resolve("docs").toString());
        collector.add(folder.resolve("empty").toString());
        collector.add(folder.resolve("missing").toString());

        assertThat(collector.links().links()).hasSize(1);
        assertThat(collector.links().unreadable())
                .containsExactly(
                        "The document " + folder.resolve("docs/dangling.md") + " cannot be read: it does not exist.",
                        "There is no Markdown or HTML document in " + folder.resolve("empty") + ".",
                        "There is no file or folder " + folder.resolve("missing") + ".");
    }

    private Path write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }
}
