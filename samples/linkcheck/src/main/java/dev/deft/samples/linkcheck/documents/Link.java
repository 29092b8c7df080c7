package dev.deft.samples.linkcheck.documents;

import java.util.List;

/**
 * A target and all the places that link to it.
 *
 * @param target what is linked to
 * @param places where from, in the order found
 */
public record Link(Target target, List<Place> places) {
    public Link {
        places = List.copyOf(places);
    }
}
