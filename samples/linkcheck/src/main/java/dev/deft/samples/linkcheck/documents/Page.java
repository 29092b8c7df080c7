package dev.deft.samples.linkcheck.documents;

import java.util.List;
import java.util.Set;

/**
 * What matters of a Markdown or HTML document.
 *
 * @param links what it links to, in the order written
 * @param anchors the fragments that a link can point at
 */
public record Page(List<WrittenLink> links, Set<String> anchors) {
    public Page {
        links = List.copyOf(links);
        anchors = Set.copyOf(anchors);
    }

    /**
     * A link as the author wrote it.
     *
     * @param destination the text of its destination
     * @param line the line it stands on, counted from 1
     */
    public record WrittenLink(String destination, int line) {}
}
