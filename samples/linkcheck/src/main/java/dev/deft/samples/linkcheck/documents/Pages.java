package dev.deft.samples.linkcheck.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads Markdown and HTML documents, each once. */
public final class Pages {
    private final MarkdownReader markdown = new MarkdownReader();
    private final HtmlReader html = new HtmlReader();
    private final Map<Path, Page> read = new HashMap<>();

    /** Whether this is a document to look for links in, by its name. */
    public static boolean isPage(Path file) {
        return isMarkdown(file) || isHtml(file);
    }

    /** What matters of the document {@code file}. */
    public Page read(Path file) throws IOException {
        Path key = file.toAbsolutePath().normalize();
        Page page = read.get(key);
        if (page == null) {
            page = isMarkdown(file) ? markdown.read(file) : html.read(file);
            read.put(key, page);
        }
        return page;
    }

    private static boolean isMarkdown(Path file) {
        return hasExtension(file, ".md", ".markdown");
    }

    private static boolean isHtml(Path file) {
        return hasExtension(file, ".html", ".htm", ".xhtml");
    }

    private static boolean hasExtension(Path file, String... extensions) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (String extension : extensions) {
            if (name.endsWith(extension)) {
                return true;
            }
        }
        return false;
    }
}
