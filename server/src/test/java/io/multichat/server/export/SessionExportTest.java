package io.multichat.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionStatus;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredChat;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Downloads of a session in a real SQLite file. */
class SessionExportTest {
    private static final String PATH = "/v1/sessions/" + StoredChat.ID + "/export";

    @TempDir
    private Path folder;

    private RunningServer server;

    @BeforeEach
    void startServer() {
        Path file = folder.resolve("chat.db");
        try (StoredChat chat = new StoredChat(file)) {
            for (int i = 0; i < 1_500; i++) {
                chat.message("m" + i, StoredChat.START + i * 1_000L, "message number " + i + " <b>");
            }
            chat.event(
                    "{\"type\":\"reaction.added\",\"platform\":\"slack\",\"channel\":\"general\",\"messageId\":\"m7\","
                            + "\"sender\":{\"id\":\"bob\",\"name\":\"Bob\"},\"sentAt\":\"2026-01-31T09:00:09Z\",\"emoji\":\"🎉\"}");
            chat.session(1_500);
        }
        server = RunningServer.on(file);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "html, text/html;charset=utf-8, html, message number 1499 &lt;b&gt;",
        "markdown, text/markdown;charset=utf-8, md, message number 1499",
        "jsonl, application/x-ndjson;charset=utf-8, jsonl, '{\"kind\":\"complete\",\"sessions\":1,\"messages\":1500,\"events\":1}'",
        "csv, text/csv;charset=utf-8, csv, message number 1499 <b>"
    })
    void aSessionIsDownloadedWhole(String format, String type, String extension, String end) throws Exception {
        HttpResponse<byte[]> answer = server.get(PATH + "?format=" + format);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualTo(type);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + StoredChat.ID + "." + extension + "\"");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("message number 0", "🎉", end);
    }

    @Test
    void headIsAnsweredWithoutReadingTheMessages() throws Exception {
        Path file = folder.resolve("without-messages.db");
        try (StoredChat chat = new StoredChat(file)) {
            chat.announced(StoredChat.ID, SessionStatus.OPEN, 10);
        }
        try (RunningServer other = RunningServer.on(file)) {
            assertThat(other.get(PATH + "?format=csv").statusCode()).isEqualTo(503);

            assertThat(other.raw("HEAD " + PATH + "?format=csv HTTP/1.1\r\nHost: localhost"))
                    .startsWith("HTTP/1.1 200 ")
                    .contains(StoredChat.ID + ".csv")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void aPageThatStandsAloneLinksToNoOther() throws Exception {
        String html = new String(server.get(PATH + "?format=html").body(), StandardCharsets.UTF_8);

        assertThat(html).doesNotContain("index.html", "<nav").contains("class=\"message hue-");
    }

    @Test
    void anUnknownFormatOrSessionIsRefused() throws Exception {
        assertThat(server.get(PATH).statusCode()).isEqualTo(400);
        assertThat(server.get(PATH + "?format=docx").statusCode()).isEqualTo(400);
        assertThat(server.get("/v1/sessions/01KG9PA9A0W2CFGS1W58A1VVYZ/export?format=csv")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSessionThatIsTooLargeForOnePageIsRefused() throws Exception {
        Path file = folder.resolve("large.db");
        try (StoredChat chat = new StoredChat(file)) {
            chat.announced(StoredChat.ID, SessionStatus.OPEN, 5_001);
        }
        try (RunningServer other = RunningServer.on(file)) {
            HttpResponse<byte[]> answer = other.get(PATH + "?format=html");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(RunningServer.problem(answer)).contains("5001 messages", "at most 5000", "multichat export");
        }
    }
}
