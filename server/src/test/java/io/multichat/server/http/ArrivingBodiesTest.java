package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.request.EventBody;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that arrive slowly, in parts, or not at all, on a server with few threads. */
class ArrivingBodiesTest {
    private static final int SHORT_MS = 200;
    private static final int BLOCK = ArrivalMemory.BLOCK_BYTES;

    private final BodyServer server = new BodyServer(BodyServer.PATIENCE_MS);

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7})
    void theRouteReadsWhatWasSent(int size) throws Exception {
        String body = "0123456789".repeat(size / 10 + 1).substring(0, size);

        assertThat(server.answer("Content-Length: " + size + "\r\n\r\n" + body)).endsWith("\r\n\r\n" + body);

        String chunk = size == 0 ? "" : Integer.toHexString(size) + "\r\n" + body + "\r\n";
        assertThat(server.answer("Transfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n"))
                .endsWith("\r\n\r\n" + body);
    }

    @Test
    void clientsThatSendSlowlyHoldNoThread() throws Exception {
        for (int i = 0; i < 4 * BodyServer.THREADS; i++) {
            server.begin("Content-Length: 1000\r\n\r\n{");
        }

        assertThat(server.answer("Content-Length: 2\r\n\r\n{}")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aBodyThatStopsArrivingIsRefused() throws Exception {
        try (BodyServer impatient = new BodyServer(SHORT_MS)) {
            assertThat(impatient.answer("Content-Length: 1000\r\n\r\n{"))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("application/problem+json", "the body has not arrived in time; send it again");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "413 Content-Length: 9000000\r\n\r\n",
                "400 Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "400 Transfer-Encoding: chunked\r\n\r\n2\r\nabcdef\r\n"
            })
    void aBodyThatIsTooLargeOrMalformedIsRefused(String statusAndRequest) throws Exception {
        String status = statusAndRequest.substring(0, 3);
        String padding = status.equals("413") ? "a".repeat(EventBody.MAX_BYTES + 1) : "";

        assertThat(server.answer(statusAndRequest.substring(4) + padding))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\"status\":" + status, "X-Content-Type-Options: nosniff")
                .doesNotContain("Exception");
    }
}
