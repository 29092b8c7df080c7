package dev.deft.samples.linkcheck.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown: links, reference links, images and bare addresses, and the HTML within it. Its anchors are the ids of
 * its headings, as code hosts compute them, and those of its HTML.
 */
final class MarkdownReader {
    private final Parser parser = Parser.builder()
            .extensions(List.of(AutolinkExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    Page read(Path file) throws IOException {
        // Bytes that are not UTF-8 become replacement characters: a bad letter is no reason to leave links unchecked.
        return read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    Page read(String text) {
        Collector collector = new Collector();
        parser.parse(text).accept(collector);
        return new Page(collector.links, collector.anchors);
    }

    private static final class Collector extends AbstractVisitor {
        private final List<Page.WrittenLink> links = new ArrayList<>();
        private final Set<String> anchors = new HashSet<>();
        private final IdGenerator ids = IdGenerator.builder().build();

        @Override
        public void visit(Link link) {
            links.add(new Page.WrittenLink(link.getDestination(), line(link)));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(new Page.WrittenLink(image.getDestination(), line(image)));
            visitChildren(image);
        }

        @Override
        public void visit(Heading heading) {
            anchors.add(ids.generateId(textOf(heading)));
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlBlock block) {
            add(HtmlReader.readFragment(block.getLiteral(), line(block)));
        }

        @Override
        public void visit(HtmlInline inline) {
            add(HtmlReader.readFragment(inline.getLiteral(), line(inline)));
        }

        private void add(Page html) {
            links.addAll(html.links());
            anchors.addAll(html.anchors());
        }

        private static int line(Node node) {
            // A node that has no span of its own stands where its block begins.
            for (Node at = node; at != null; at = at.getParent()) {
                if (!at.getSourceSpans().isEmpty()) {
                    return at.getSourceSpans().get(0).getLineIndex() + 1;
                }
            }
            return 0;
        }

        private static String textOf(Node node) {
            StringBuilder text = new StringBuilder();
            node.accept(new AbstractVisitor() {
                @Override
                public void visit(Text part) {
                    text.append(part.getLiteral());
                }

                @Override
                public void visit(Code part) {
                    text.append(part.getLiteral());
                }
            });
            return text.toString();
        }
    }
}
