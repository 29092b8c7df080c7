package dev.deft.samples.linkcheck.documents;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads HTML: whatever a browser would fetch or follow, and every id and name that a fragment can point at. */
final class HtmlReader {
    private static final List<String> LINK_ATTRIBUTES = List.of("href", "src", "poster");

    Page read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            // No charset given: the document says which, in its byte order mark or a meta element.
            return page(Jsoup.parse(content, null, "", tracking()), 1);
        }
    }

    /** Reads HTML within another document, where it begins at {@code firstLine}. */
    static Page readFragment(String html, int firstLine) {
        return page(tracking().parseInput(html, ""), firstLine);
    }

    private static Parser tracking() {
        return Parser.htmlParser().setTrackPosition(true);
    }

    private static Page page(Document document, int firstLine) {
        String base = document.select("base[href]").attr("href");
        List<Page.WrittenLink> links = new ArrayList<>();
        Set<String> anchors = new HashSet<>();
        for (Element element : document.getAllElements()) {
            addAnchors(element, anchors);
            if (!element.nameIs("base") && !isConnectionHint(element)) {
                addLinks(element, base, firstLine, links);
            }
        }
        return new Page(links, anchors);
    }

    private static void addAnchors(Element element, Set<String> anchors) {
        if (element.hasAttr("id")) {
            anchors.add(element.attr("id"));
        }
        if (element.nameIs("a") && element.hasAttr("name")) {
            anchors.add(element.attr("name"));
        }
    }

    private static void addLinks(Element element, String base, int firstLine, List<Page.WrittenLink> links) {
        int line = firstLine + element.sourceRange().start().lineNumber() - 1;
        for (String attribute : LINK_ATTRIBUTES) {
            if (element.hasAttr(attribute)) {
                String destination = element.attr(attribute).strip();
                links.add(new Page.WrittenLink(onBase(base, destination), line));
            }
        }
    }

    /** {@code <link rel="preconnect">} and its like name a host, not a page. */
    private static boolean isConnectionHint(Element element) {
        return element.nameIs("link") && element.attr("rel").matches("(?i).*\\b(preconnect|dns-prefetch)\\b.*");
    }

    private static String onBase(String base, String destination) {
        if (base.isEmpty() || destination.startsWith("#") || Target.hasScheme(destination)) {
            return destination;
        }
        if (Target.hasScheme(base)) {
            try {
                return URI.create(base).resolve(destination).toString();
            } catch (IllegalArgumentException e) {
                return destination; // the reader of links says what is wrong with it
            }
        }
        return base.substring(0, base.lastIndexOf('/') + 1) + destination;
    }
}
