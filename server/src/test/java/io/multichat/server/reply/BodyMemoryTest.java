package io.multichat.server.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.testing.EventPost;
import io.multichat.server.testing.HelloServer;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bodies that arrive slowly. */
class BodyMemoryTest {
    private static final String UNFINISHED =
            "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 8000000\r\n\r\n[";
    // More than the server has threads.
    private static final int CLIENTS = 200;
    private static final byte[] EVENT = """
            {"platform":"slack","channel":"general","messageId":"m1","sender":{"id":"ada"},"sentAt":"2026-01-31T09:00:00Z"}
            """.getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    final HelloServer hello = new HelloServer();

    @Test
    void theyDoNotKeepOthersFromReadingAndPublishing() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(unfinished());
            }

            HttpResponse<byte[]> published = EventPost.send(hello.get(), EVENT, "application/json", "identity");

            assertThat(published.statusCode()).isEqualTo(200);
            assertThat(hello.get().get("/v1/sessions").statusCode()).isEqualTo(200);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private Socket unfinished() throws Exception {
        Socket client =
                new Socket(hello.get().uri().getHost(), hello.get().uri().getPort());
        client.getOutputStream().write(UNFINISHED.getBytes(StandardCharsets.US_ASCII));
        return client;
    }
}
