package io.multichat.server.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.testing.EventPost;
import io.multichat.server.testing.HelloServer;
import io.multichat.server.testing.RunningServer;
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
    private static final int AT_ONCE = 10;
    private static final int MAX_CLIENTS = 60;

    @RegisterExtension
    final HelloServer hello = new HelloServer();

    @Test
    void theyDoNotKeepOthersFromReading() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try {
            HttpResponse<byte[]> refused;
            do {
                for (int i = 0; i < AT_ONCE; i++) {
                    clients.add(unfinished());
                }
                refused = EventPost.send(
                        hello.get(), "{}".getBytes(StandardCharsets.UTF_8), "application/json", "identity");
            } while (refused.statusCode() != 503 && clients.size() < MAX_CLIENTS);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(RunningServer.problem(refused)).contains("too many large bodies");
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
