package dev.deft.samples.quickstart;

import dev.deft.annotation.Fallback;
import dev.deft.annotation.Retry;
import java.io.IOException;
import java.util.NoSuchElementException;

/** {@code @Fallback}: what the caller gets when everything else failed; the first that fits the failure. */
public class Prices {
    private final Journal journal;

    /** Prices that tell where they come from. */
    public Prices(Journal journal) {
        this.journal = journal;
    }

    // tag::fallback[]
    @Retry(attempts = 2)
    @Fallback(value = "yesterdaysPrice", on = IOException.class)
    @Fallback(value = "noPrice", on = NoSuchElementException.class)
    public String price(String product) throws IOException {
        return ask(product);
    }

    String yesterdaysPrice(String product, IOException failure) {
        return "1.99, yesterday (" + failure.getMessage() + ")";
    }

    String noPrice(String product) {
        return "not for sale";
    }
    // end::fallback[]

    private String ask(String product) throws IOException {
        journal.say("ask for %s", product);
        return switch (product) {
            case "bread" -> throw new IOException("the shop does not answer");
            case "air" -> throw new NoSuchElementException(product);
            default -> "2.49";
        };
    }
}
