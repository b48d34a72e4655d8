package io.multichat.server.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Requests that publish events. */
public final class EventPost {
    private EventPost() {}

    /** Posts a body as it is. The answer must be as documented. */
    public static HttpResponse<byte[]> send(RunningServer server, byte[] body, String type, String encoding)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + "/v1/events"))
                .header("Content-Type", type)
                .header("Content-Encoding", encoding)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        DocumentedApi.require("POST", "/v1/events", response);
        return response;
    }
}
