package dev.deft.samples.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A service over the JDK's HTTP client, which gives a request up when its thread is interrupted. */
public final class HttpUpstream implements Upstream {
    private final HttpClient client;
    private final URI base;

    public HttpUpstream(HttpClient client, URI base) {
        this.client = client;
        this.base = base;
    }

    @Override
    public String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new UpstreamException(answer.statusCode());
        }
        return answer.body();
    }
}
