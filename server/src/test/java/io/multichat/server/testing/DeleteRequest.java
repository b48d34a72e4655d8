package io.multichat.server.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends DELETE requests. */
public final class DeleteRequest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private DeleteRequest() {}

    /**
     * The answer, which must be as documented.
     *
     * @param headers alternating names and values
     */
    public static HttpResponse<byte[]> send(RunningServer server, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.uri() + path)).DELETE();
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        DocumentedApi.require("DELETE", path, response);
        return response;
    }
}
