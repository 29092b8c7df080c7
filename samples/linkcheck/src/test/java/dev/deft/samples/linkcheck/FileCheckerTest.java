package dev.deft.samples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.samples.linkcheck.documents.Pages;
import dev.deft.samples.linkcheck.documents.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckerTest {
    private static final CheckResult OK = CheckResult.of(Outcome.OK);

    private final FileChecker checker = new FileChecker(new Pages());

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("README.md"), "# One\n");
        Files.writeString(folder.resolve("page.html"), "<p id=two>");
        Files.writeString(folder.resolve("Code.java"), "class Code {}");
    }

    @Test
    void filesAndFoldersHaveToExist() {
        assertThat(check("page.html", "")).isEqualTo(OK);
        assertThat(check("", "")).isEqualTo(OK);
        assertThat(check("other.html", "")).isEqualTo(CheckResult.of(Outcome.BROKEN, "no such file"));
    }

    @Test
    void soDoAnchors() {
        assertThat(check("README.md", "one")).isEqualTo(OK);
        assertThat(check("page.html", "two")).isEqualTo(OK);
        assertThat(check("page.html", "top")).isEqualTo(OK);
        assertThat(check("page.html", "one")).isEqualTo(CheckResult.of(Outcome.BROKEN, "no anchor #one"));
    }

    @Test
    void aFolderShowsItsIndexPage() {
        assertThat(check("", "one")).isEqualTo(OK);
        assertThat(check("", "two")).isEqualTo(CheckResult.of(Outcome.BROKEN, "no anchor #two"));
    }

    @Test
    void fragmentsOfOtherFilesAreTheirOwnAffair() {
        assertThat(check("Code.java", "L1")).isEqualTo(OK);
    }

    private CheckResult check(String file, String fragment) {
        return checker.check(new Target.OnDisk(folder.resolve(file), fragment, file));
    }
}
