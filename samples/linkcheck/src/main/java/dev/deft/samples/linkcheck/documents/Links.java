package dev.deft.samples.linkcheck.documents;

import java.util.List;

/**
 * What was found in the inputs.
 *
 * @param links the links, each distinct target once, in the order found
 * @param documents how many documents they come from
 * @param unreadable what could not be read, one message each
 */
public record Links(List<Link> links, int documents, List<String> unreadable) {
    public Links {
        links = List.copyOf(links);
        unreadable = List.copyOf(unreadable);
    }
}
