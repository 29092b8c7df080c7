package dev.deft.samples.linkcheck;

import dev.deft.samples.linkcheck.documents.Page;
import dev.deft.samples.linkcheck.documents.Pages;
import dev.deft.samples.linkcheck.documents.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks links to files, and to anchors in them. */
final class FileChecker {
    /** What a link to a folder shows. */
    private static final List<String> INDEX_PAGES = List.of("index.html", "index.md", "README.md");

    private final Pages pages;

    FileChecker(Pages pages) {
        this.pages = pages;
    }

    CheckResult check(Target.OnDisk target) {
        if (!Files.exists(target.file())) {
            return CheckResult.of(Outcome.BROKEN, "no such file");
        }
        if (target.fragment().isEmpty() || target.fragment().equals("top")) {
            return CheckResult.of(Outcome.OK);
        }
        Path page = pageOf(target.file());
        if (!Pages.isPage(page)) {
            return CheckResult.of(Outcome.OK); // only whoever shows the file knows what its fragments mean
        }
        try {
            return checkAnchor(pages.read(page), target.fragment());
        } catch (IOException e) {
            return CheckResult.of(Outcome.BROKEN, "cannot be read: " + e.getMessage());
        }
    }

    private static CheckResult checkAnchor(Page page, String fragment) {
        return page.anchors().contains(fragment)
                ? CheckResult.of(Outcome.OK)
                : CheckResult.of(Outcome.BROKEN, "no anchor #" + fragment);
    }

    private static Path pageOf(Path file) {
        if (Files.isDirectory(file)) {
            for (String index : INDEX_PAGES) {
                if (Files.isRegularFile(file.resolve(index))) {
                    return file.resolve(index);
                }
            }
        }
        return file;
    }
}
