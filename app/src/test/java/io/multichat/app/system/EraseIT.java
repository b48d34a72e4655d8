package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.app.command.CommandRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person in two conversations is erased by the installed program, while a hold protects one of them. */
class EraseIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PERSON = "ada-9f3c";
    private static final String SECRET = "zebra crossing";
    private static final String MESSAGE = "{\"platform\":\"irc\",\"channel\":\"%s\",\"messageId\":\"m%d\","
            + "\"sender\":{\"id\":\"%s\"},\"sentAt\":\"2026-01-31T09:%02d:00Z\",\"text\":\"%s\"}";

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static Path file;
    private static DevProcess dev;

    @BeforeAll
    static void importChat() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String channel : List.of("free", "held")) {
            for (int i = 0; i < 20; i++) {
                boolean erased = i % 4 == 0;
                lines.add(MESSAGE.formatted(channel, i, erased ? PERSON : "bob", i, erased ? SECRET : "hello"));
            }
        }
        file = Files.write(folder.resolve("chat.jsonl"), lines);
        dev = DevProcess.start(folder.resolve("data"), "--set", "sqlite.erase.settle=100ms");
        assertThat(imported(file).out()).contains("accepted 40");
    }

    @AfterAll
    static void stop() {
        dev.close();
    }

    @Test
    void whatIsHeldStaysUntilTheHoldIsCleared() throws Exception {
        assertThat(run("hold", "set", "case-1", "--conversation", "irc held").exitCode())
                .isZero();
        await().atMost(LIMIT).until(() -> run("hold", "list").out().contains("case-1"));
        CommandResult partly = run("erase", "person", "--platform", "irc", "--id", PERSON, "--yes", "--json");
        assertThat(partly.exitCode()).as(partly.err()).isEqualTo(3);
        JsonNode receipt = JSON.readTree(partly.out());
        assertThat(outcomes(receipt)).containsExactlyInAnyOrder("irc/free applied", "irc/held on-hold");
        assertThat(receipt.at("/stores/sqlite/before/messages").asInt()).isEqualTo(5);
        assertThat(receipt.at("/stores/archive/after/messages").asInt()).isZero();
        CommandResult retained = run("retention", "--yes", "--json", "--set", "retention.rules=irc/held=..1d");
        assertThat(JSON.readTree(retained.out()).path("onHold").asInt()).isEqualTo(1);
        assertThat(texts("irc/held")).contains(SECRET);
        assertThat(texts("irc/free")).doesNotContain(SECRET).contains("hello");

        assertThat(run("hold", "clear", "case-1", "--conversation", "irc held").exitCode())
                .isZero();
        await().atMost(LIMIT).until(() -> run("hold", "list").out().isEmpty());
        CommandResult all = run("erase", "person", "--platform", "irc", "--id", PERSON, "--yes", "--json");

        assertThat(all.exitCode()).as(all.err()).isZero();
        assertThat(outcomes(JSON.readTree(all.out()))).containsExactly("irc/held applied");
        assertThat(imported(file).out()).contains("accepted 0", "duplicates 40");
        Path late = Files.writeString(folder.resolve("late.jsonl"), MESSAGE.formatted("held", 99, PERSON, 5, SECRET));
        assertThat(imported(late).out()).contains("accepted 0, duplicates 0", "dead letters 1 (participant-erased: 1)");
        assertThat(texts("irc/held")).doesNotContain(SECRET).contains("hello");
        // Redis rewrites its file some seconds after an erasure.
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(checked(receipt).exitCode()).isZero());
        JsonNode report = JSON.readTree(checked(receipt).out());
        assertThat(report.path("signature").asText()).isEqualTo("valid");
        assertThat(report.path("ownKey").asBoolean()).isTrue();
        assertThat(report.path("stores")).hasSize(3);
    }

    private static CommandResult checked(JsonNode receipt) {
        return run("verify", "--erased", receipt.path("erasure").asText(), "--id", PERSON, "--text", SECRET, "--json");
    }

    private static CommandResult imported(Path chat) {
        return run("import", "--format", "jsonl", "--wait", chat.toString());
    }

    private static String texts(String conversation) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + dev.layout().sessions());
                Statement statement = connection.createStatement();
                ResultSet texts = statement.executeQuery("SELECT group_concat(m.text) FROM messages AS m"
                        + " JOIN conversations AS c ON c.id = m.conversation_id WHERE c.key = '" + conversation
                        + "'")) {
            return texts.getString(1);
        }
    }

    private static List<String> outcomes(JsonNode receipt) {
        List<String> outcomes = new ArrayList<>();
        receipt.path("commands")
                .forEach(command -> outcomes.add(command.path("conversation").asText() + " "
                        + command.path("outcome").asText()));
        return outcomes;
    }

    /** Runs a command in this process, which saves the start of another. */
    private static CommandResult run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data-dir", dev.layout().root().toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandRun(new PrintWriter(out, true), new PrintWriter(err, true), Map.of())
                .execute(all.toArray(String[]::new));
        return new CommandResult(exitCode, out.toString(), err.toString());
    }
}
