package dev.deft.samples.service;

import dev.deft.opentelemetry.TraceHeaders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A warehouse over HTTP, which is told of the trace, too. */
final class HttpWarehouse implements Warehouse {
    private final HttpClient client;
    private final URI base;

    HttpWarehouse(HttpClient client, URI base) {
        this.client = client;
        this.base = base;
    }

    @Override
    public void reserve(Order order) throws OutOfStockException, IOException, InterruptedException {
        // tag::out[]
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/reservations/" + order.id()))
                .POST(BodyPublishers.ofString(order.article()));
        TraceHeaders.inject(request::header);
        // end::out[]
        int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status == 409) {
            throw new OutOfStockException(order.article());
        }
        if (status >= 400) {
            throw new IOException("the warehouse answered " + status);
        }
    }
}
