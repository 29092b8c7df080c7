package dev.deft.samples.service;

/** The warehouse is well, but has none of the article. */
public final class OutOfStockException extends Exception {
    private static final long serialVersionUID = 1;

    public OutOfStockException(String article) {
        super("there is no " + article);
    }
}
