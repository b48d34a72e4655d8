package io.multichat.jobs.imports.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.formats.ReadOptions;
import io.multichat.formats.Refusal;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.imports.read.ImportRequest;
import io.multichat.jobs.imports.source.ImportException;
import io.multichat.jobs.imports.source.ImportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
    private static final String EVENT =
            "{\"type\":\"%s\",\"platform\":\"irc\",\"channel\":\"#a\",\"messageId\":\"%s\",\"sender\":{\"id\":\"%s\",\"role\":\"%s\"},"
                    + "\"sentAt\":\"%s\"}%n";

    @TempDir
    Path folder;

    private final List<Refusal> rejects = new ArrayList<>();
    private Path chat;

    @BeforeEach
    void writeChat() throws IOException {
        chat = Files.writeString(
                folder.resolve("chat.jsonl"),
                event("message.created", "m1", "ada", "user", "2026-01-02T00:00:00Z")
                        + event("message.created", "m2", "bob", "bot", "2026-01-01T00:00:00Z")
                        + "{broken\n"
                        + event("message.created", "m3", "eve", "tool", "2026-01-03T00:00:00Z")
                        + event("participant.joined", "m4", "eve", "user", "2026-01-04T00:00:00Z")
                        + event("reaction.added", "m1", "kim", "user", "2026-01-05T00:00:00Z")
                        + event("message.created", "m5", "ada", "user", "2999-01-01T00:00:00Z"));
    }

    @Test
    void messagesSystemLinesAndSendersAreCounted() {
        DryRunReport report = run(chat);

        assertThat(report.reading().formats()).containsExactly("jsonl");
        assertThat(report.messages()).isEqualTo(2);
        assertThat(report.system()).isEqualTo(2);
        assertThat(report.senders()).isEqualTo(2);
        assertThat(report.conversations()).isEqualTo(1);
        assertThat(report.first()).hasValue(1_767_225_600_000L);
        assertThat(report.last()).hasValue(1_767_484_800_000L);
    }

    @Test
    void whatWouldBecomeADeadLetterIsRefusedWithItsPlace() {
        DryRunReport report = run(chat);

        assertThat(report.reading().refused()).isEqualTo(2);
        assertThat(rejects).hasSize(2).isEqualTo(report.reading().firstRefused());
        assertThat(rejects).extracting(refusal -> refusal.place().toString()).containsExactly("line 3", "line 7");
    }

    @Test
    void severalPathsAreReadAndOneThatCannotBeReadIsRefused() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));

        DryRunReport report = run(chat, empty, folder.resolve("none"), chat);

        assertThat(report.messages()).isEqualTo(4);
        assertThat(report.senders()).isEqualTo(2);
        assertThat(rejects)
                .extracting(Refusal::reason)
                .anyMatch(reason -> reason.contains("empty is empty"))
                .anyMatch(reason -> reason.contains("none does not exist"));
        assertThat(rejects).extracting(refusal -> refusal.place().toString()).contains("line 3 of " + chat);
    }

    @Test
    void aFolderIsReadFileByFileAndOtherFilesAreNamed() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "dear diary");

        DryRunReport report = run(folder);

        assertThat(report.messages()).isEqualTo(2);
        assertThat(report.reading().assumed()).anyMatch(sentence -> sentence.endsWith("/notes.txt."));
        assertThat(rejects)
                .extracting(refusal -> refusal.place().toString())
                .allMatch(place -> place.endsWith("/chat.jsonl"));
    }

    @Test
    void aFolderWithoutChatIsRefused() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "dear diary");

        assertThatThrownBy(() -> run(other))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("contains no file of a known format; nothing was published (the formats are ");
    }

    private DryRunReport run(Path... paths) {
        return new DryRun(ImportRequest.of(
                        Stream.of(paths)
                                .map(path -> new ImportFile(path.toString()))
                                .toList(),
                        Optional.empty(),
                        ReadOptions.limitedTo(1 << 20),
                        new ClockSkew(Duration.ofDays(1)),
                        rejects::add))
                .run();
    }

    private static String event(String type, String id, String sender, String role, String at) {
        return EVENT.formatted(type, id, sender, role, at);
    }
}
