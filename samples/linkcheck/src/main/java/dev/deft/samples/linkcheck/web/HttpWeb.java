package dev.deft.samples.linkcheck.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The web over the JDK's HTTP client. */
public final class HttpWeb implements Web, AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .executor(threads)
            .build();

    @Override
    public Answer ask(Method method, URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .method(method.name(), BodyPublishers.noBody())
                .header("User-Agent", "deft-linkcheck")
                .header("Accept", "*/*")
                .build();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        response.body().close(); // unread: nobody wants the video behind the link
        HttpHeaders headers = response.headers();
        return new Answer(response.statusCode(), headers.firstValue("Location"), headers.firstValue("Retry-After"));
    }

    /** Gives up the requests under way and ends the client's threads. */
    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
