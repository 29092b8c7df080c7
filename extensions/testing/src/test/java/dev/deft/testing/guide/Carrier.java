package dev.deft.testing.guide;

import java.io.IOException;

/** The other side. */
// tag::carrier[]
interface Carrier {
    String ship(String order) throws IOException, InterruptedException;

    default String whereIs(String parcel) throws IOException, InterruptedException {
        throw new IOException("no answer");
    }
}
// end::carrier[]
