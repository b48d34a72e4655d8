package io.multichat.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.jobs.verify.Difference;
import io.multichat.jobs.verify.VerifyReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** Differences that are planted in one of three real stores are found by name; without any, nothing is reported. */
class VerifyTest {
    @TempDir
    private Path folder;

    private AuditedChat chat;

    @BeforeEach
    void writeAllStores() {
        chat = new AuditedChat(folder);
    }

    @AfterEach
    void stopRedis() {
        chat.close();
    }

    @Test
    void storesThatAgreeHaveNoDifferences() throws Exception {
        VerifyReport report = chat.written().verified();

        assertThat(report.differences()).isEmpty();
        assertThat(report.stores().get("sqlite")).isEqualTo(new VerifyReport.Held(5, 2));
        assertThat(report.stores().get("archive")).isEqualTo(new VerifyReport.Held(5, 2));
        assertThat(report.repair()).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("verify"));
        }
    }

    @Test
    void whatSqliteLacksOrHoldsDifferentlyIsNamed() throws Exception {
        chat.written();
        sql("DELETE FROM message_revisions");
        sql("UPDATE messages SET event = replace(event, 'text of m2', 'forged') WHERE message_id = 'm2'");
        sql("DELETE FROM events");
        sql("UPDATE sessions SET messages = 7 WHERE started_at = " + AuditedChat.START);

        VerifyReport report = chat.verified();

        assertThat(report.byStore()).containsOnlyKeys("sqlite");
        assertThat(report.differences())
                .extracting(difference -> difference.kind() + " " + difference.id())
                .contains("edit m1", "message m2", "event m1")
                .anySatisfy(found -> assertThat(found).startsWith("session "));
        assertThat(problems(report))
                .contains(
                        "the edit is missing; it is in archive and redis",
                        "the message differs from that in archive and redis");
        assertThat(report.repair()).anySatisfy(step -> assertThat(step).startsWith("sqlite: "));
    }

    @Test
    void anIndexThatLacksAMessageIsNamed() throws Exception {
        chat.written();
        sql("DELETE FROM messages_fts WHERE rowid = (SELECT id FROM messages WHERE message_id = 'm0')");

        assertThat(problems(chat.verified()))
                .singleElement()
                .asString()
                .contains("sessions.db: the search index lacks 1 messages");
    }

    @Test
    void aChangedFileOfTheArchiveIsNamed() throws Exception {
        chat.written();
        Path changed;
        try (Stream<Path> files = Files.walk(chat.archive.resolve("transcript"))) {
            changed = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.write(changed, new byte[] {0}, StandardOpenOption.APPEND);

        VerifyReport report = chat.verified();

        assertThat(report.byStore()).containsOnlyKeys("archive");
        assertThat(problems(report))
                .anySatisfy(problem -> assertThat(problem).contains(changed.getFileName() + " was changed"));
    }

    @Test
    void whatOnlyRedisHoldsIsNamedAndWhatItLacksIsNot() throws Exception {
        chat.written();
        try (RedisClient redis = RedisClient.create(chat.redis.uri())) {
            String key = redis.keys("*:bodies").iterator().next();
            byte[] body = redis.hget(key.getBytes(StandardCharsets.UTF_8), "m0".getBytes(StandardCharsets.UTF_8));
            redis.hdel(key, "m2");
            redis.hset(key, "m9", new String(body, StandardCharsets.UTF_8).replace("m0", "m9"));
        }

        VerifyReport report = chat.verified();

        assertThat(report.differences())
                .filteredOn(difference -> difference.store().equals("redis"))
                .containsExactly(
                        new Difference("message", "redis", "irc/%23lounge", "m9", "the message is in no other store"));
    }

    @Test
    void sessionsThatBreakTheGapRuleAreNamed() throws Exception {
        chat.message("m3", AuditedChat.START + 61 * AuditedChat.MINUTE);
        chat.session(AuditedChat.START + 61 * AuditedChat.MINUTE, AuditedChat.START + 61 * AuditedChat.MINUTE, 1);
        chat.session(AuditedChat.START, AuditedChat.START + AuditedChat.MINUTE, 3);

        VerifyReport report = chat.written().verified();

        assertThat(report.byStore()).containsOnlyKeys("sessions");
        assertThat(problems(report))
                .anySatisfy(problem -> assertThat(problem).contains("should be one with", "only 1m of silence"))
                .contains("the session counts 3 messages, but there are 2");
    }

    private static List<String> problems(VerifyReport report) {
        return report.differences().stream().map(Difference::problem).toList();
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + chat.sqlite);
                Statement run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }
}
