package io.multichat.server.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.testing.MessagePages;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredChat;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of messages. */
class MessagesTest {
    private static final String MESSAGES = "/v1/sessions/" + StoredChat.ID + "/messages";
    private static final String HOSTILE_EVENT =
            "{ \"type\":\"message.created\",\"platform\":\"slack\",\"channel\":\"general\",\"messageId\":\"m0\","
                    + "\"sender\":{\"id\":\"ada\"},\"sentAt\":\"2026-01-31T09:00:00.000Z\",\"text\":\"\\u00fc\\/\\ud83d\\ude00 😀\","
                    + "\"x\":[1e400, 0.10000000000000000001 ,1e99999999999,-0,1.50,12345678901234567890123],\"y\":"
                    + "9".repeat(1_001) + " }";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("chat.db");
    }

    @Test
    void anEventIsReturnedByteForByte() throws Exception {
        storeHostileEvent();
        try (RunningServer server = RunningServer.on(file)) {
            HttpResponse<byte[]> response = server.get(MESSAGES);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(new String(response.body(), UTF_8))
                    .isEqualTo(
                            "{\"messages\":[{\"messageId\":\"m0\",\"sentAt\":\"2026-01-31T09:00:00.000Z\",\"order\":1,"
                                    + "\"deleted\":false,\"event\":" + HOSTILE_EVENT
                                    + "}],\"hasBefore\":false,\"hasAfter\":false,\"previousCursor\":null,"
                                    + "\"nextCursor\":null,\"source\":\"sqlite\"}");
        }
    }

    @Test
    void textInAnyScriptArrivesWithItsLengthInBytes() throws Exception {
        String text = "你好 😀 👩‍👩‍👧 ü \u0000 \"quoted\"\n";
        StoredChat.of(file, text);
        try (RunningServer server = RunningServer.on(file)) {
            HttpResponse<byte[]> response = server.get(MESSAGES);

            assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(response.body().length);
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
            assertThat(MessagePages.texts(RunningServer.json(response))).containsExactly(text);
            assertThat(new String(response.body(), UTF_8)).contains("你好 😀 👩‍👩‍👧 ü");
        }
    }

    @Test
    void aPageSentInManyChunksIsComplete() throws Exception {
        String[] texts =
                IntStream.range(0, 40).mapToObj(i -> i + "語😀".repeat(2_000)).toArray(String[]::new);
        StoredChat.of(file, texts);
        try (RunningServer server = RunningServer.on(file)) {
            HttpResponse<byte[]> plain = server.get(MESSAGES);
            HttpResponse<byte[]> packed = server.get(MESSAGES, "Accept-Encoding", "gzip");

            assertThat(MessagePages.texts(RunningServer.json(plain))).containsExactly(texts);
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                    .isEqualTo(plain.body());
        }
    }

    @Test
    void cursorsLeadThroughAllMessagesInBothDirections() throws Exception {
        List<String> texts = IntStream.range(0, 7).mapToObj(i -> "text " + i).toList();
        StoredChat.of(file, texts.toArray(String[]::new));
        List<String> backwards = new ArrayList<>(texts);
        Collections.reverse(backwards);
        try (RunningServer server = RunningServer.on(file)) {
            for (int limit : List.of(1, 3, 7, 1_000)) {
                assertThat(MessagePages.walk(server, MESSAGES + "?direction=forward&limit=" + limit))
                        .isEqualTo(texts);
                assertThat(MessagePages.walk(server, MESSAGES + "?direction=Backward&limit=" + limit))
                        .isEqualTo(backwards);
            }
        }
    }

    private void storeHostileEvent() {
        try (StoredChat chat = new StoredChat(file)) {
            chat.event(HOSTILE_EVENT);
            chat.session(1);
        }
    }
}
