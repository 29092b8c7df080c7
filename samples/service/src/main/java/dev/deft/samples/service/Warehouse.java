package dev.deft.samples.service;

import java.io.IOException;

/** Where the articles are. */
public interface Warehouse {
    /**
     * Puts the article of an order aside. To ask twice for the same order does no harm.
     *
     * @throws OutOfStockException if there is none
     * @throws IOException if the warehouse is in trouble
     */
    void reserve(Order order) throws OutOfStockException, IOException, InterruptedException;
}
