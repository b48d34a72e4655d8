package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.server.request.EventBody;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The memory for bodies that arrive. All of it is free in the end, however their arrival ends. */
class ArrivalMemoryTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BLOCK = ArrivalMemory.BLOCK_BYTES;
    private static final String SMALL = "Content-Length: 2\r\n\r\n{}";
    private static final String LARGE = "Content-Length: " + 4 * BLOCK + "\r\n\r\n" + "a".repeat(4 * BLOCK);
    private static final String LARGEST = "Content-Length: " + EventBody.MAX_BYTES + "\r\n\r\n";

    private final BodyServer server = new BodyServer(BodyServer.PATIENCE_MS);
    private final int firstKib = server.memory.first().availablePermits();
    private final int restKib = server.memory.rest().availablePermits();

    @AfterEach
    void allOfItIsFreeInTheEnd() throws IOException {
        server.disconnectAll();
        try {
            await().untilAsserted(() -> assertThat(List.of(
                            server.memory.first().availablePermits(),
                            server.memory.rest().availablePermits()))
                    .containsExactly(firstKib, restKib));
        } finally {
            server.close();
        }
    }

    @Test
    void aLargeBodyThatFindsNoRoomIsRefusedAndASmallOneIsNot() throws Exception {
        Socket first = server.begin(LARGEST + "a".repeat(EventBody.MAX_BYTES - 1));
        // Until it has arrived, another body may take the room that it needs.
        await().atMost(PATIENCE).until(() -> server.memory.rest().availablePermits() < 3 * BLOCK / ArrivalMemory.KIB);

        // A server that refuses a body may close the connection before the client has sent all of it.
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(server.answer(LARGE))
                        .startsWith("HTTP/1.1 503 ")
                        .contains("Retry-After: 1", "urn:multichat:problem:overloaded", "retry in a moment"));
        assertThat(server.answer(SMALL)).startsWith("HTTP/1.1 200 ");

        first.close();

        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(server.answer(LARGE)).startsWith("HTTP/1.1 200 "));
    }

    @Test
    void aClientHoldsHardlyMoreThanItHasSent() throws Exception {
        server.begin("Content-Length: 1000\r\n\r\n{");
        server.begin(LARGEST + "{");
        server.begin("Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");

        await().untilAsserted(() ->
                assertThat(server.memory.first().availablePermits()).isEqualTo(firstKib - 1 - 4 - 4));
        assertThat(server.memory.rest().availablePermits()).isEqualTo(restKib);
    }

    @Test
    void bodiesThatFindNoRoomAreRefusedHoweverSmallTheyAre() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int kib = 0; kib < firstKib; kib += BLOCK / ArrivalMemory.KIB) {
            slow.add(server.begin("Content-Length: " + BLOCK + "\r\n\r\n" + "a".repeat(BLOCK - 1)));
        }
        await().until(() -> server.memory.first().availablePermits() == 0);

        assertThat(server.answer(SMALL))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 1", "too many bodies are arriving; retry in a moment");

        slow.get(0).close();

        await().untilAsserted(() -> assertThat(server.answer(SMALL)).startsWith("HTTP/1.1 200 "));
    }

    @Test
    void aBodyWhoseArrivalEndsWithAnErrorKeepsNoRoom() throws Exception {
        String broken =
                server.answer(BreakingBodies.AFTER + ": " + 2 * BLOCK + "\r\n" + LARGEST + "a".repeat(3 * BLOCK));

        assertThat(broken).startsWith("HTTP/1.1 500 ").doesNotContain("OutOfMemoryError");
        await().untilAsserted(() ->
                assertThat(server.memory.rest().availablePermits()).isEqualTo(restKib));
    }
}
