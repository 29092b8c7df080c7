package dev.deft.samples.gateway;

import dev.deft.annotation.Deadline;
import dev.deft.annotation.Limit;
import dev.deft.annotation.RateLimit;
import java.io.IOException;

/** What tenants may ask for, and how much of it. */
public class Shop {
    private final ServicesTasks services;

    public Shop(ServicesTasks services) {
        this.services = services;
    }

    /** Each tenant has a share of its own, so that a greedy one is a nuisance to itself alone. */
    // tag::product[]
    @Deadline("2s")
    @RateLimit(value = 20, key = "tenant.id", maxWait = "0")
    @Limit(value = 8, key = "tenant.id", maxWait = "500ms")
    public Product product(Tenant tenant, String id) throws IOException, InterruptedException {
        return new Product(id, services.description(id), services.price(id));
    }
    // end::product[]
}
