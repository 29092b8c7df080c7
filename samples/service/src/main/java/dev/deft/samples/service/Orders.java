package dev.deft.samples.service;

import dev.deft.annotation.Async;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Recover;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of the service. */
public class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final Warehouse warehouse;

    public Orders(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Places an order. A stumble of the warehouse is not noticed; who waits for a warehouse that does not answer is told
     * soon; an article that is out of stock comes later; and the customer may change their mind.
     */
    // tag::place[]
    @Async
    @Retry(attempts = 3, delay = "50ms", on = IOException.class)
    @Timeout("1s")
    @Limit(value = 20, maxWait = "100ms")
    @Recover(value = "backordered", on = OutOfStockException.class)
    public Receipt place(Order order) throws OutOfStockException, IOException, InterruptedException {
        LOG.info("The order {} is for {}", order.id(), order.article());
        warehouse.reserve(order);
        return new Receipt(order.id(), "reserved");
    }

    Receipt backordered(Order order) {
        return new Receipt(order.id(), "backordered");
    }
    // end::place[]
}
