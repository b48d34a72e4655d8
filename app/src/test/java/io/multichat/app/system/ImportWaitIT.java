package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import --wait} returns as soon as every store has the events, also right after {@code dev} has started. */
class ImportWaitIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String EVENT =
            "{\"platform\":\"s\",\"channel\":\"c\",\"messageId\":\"m1\",\"sender\":{\"id\":\"u1\"},"
                    + "\"sentAt\":\"2025-03-05T10:00:00Z\",\"text\":\"once\"}\n";

    @TempDir
    Path folder;

    private Path file;
    private Path data;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("chat.jsonl"), EVENT);
        data = folder.resolve("data");
    }

    @Test
    void theFirstImportDoesNotWaitForTheIntervalOfTheArchive() {
        try (DevProcess dev = DevProcess.start(data)) {
            assertThat(importWithin(LIMIT)).contains("accepted 1", "dead letters 0");
            assertThat(dev.layout().archive()).isDirectory();
        }
    }

    @Test
    void anImportAfterARestartDoesNotWaitForRecordsThatEveryStoreHas() {
        try (DevProcess dev = DevProcess.start(data)) {
            CommandResult published = CommandResult.withInput(EVENT, "publish", "-", "--data-dir", data.toString());
            assertThat(published.exitCode()).as(published.err()).isZero();
            Conversations.awaitMessages(dev, Conversation.of("s", "c"), 1);
        }
        try (DevProcess dev = DevProcess.start(data)) {
            assertThat(importWithin(LIMIT)).contains("accepted 0, duplicates 1");
            assertThat(dev.endpoints().sinkGroups()).isNotEmpty();
        }
    }

    @Test
    void importsAndPublishedMessagesGoToTheTopicThatDevReads() {
        try (DevProcess dev = DevProcess.start(data, "--set", "input.topics=chat-in2")) {
            assertThat(importWithin(LIMIT)).contains("accepted 1");
            CommandResult published = CommandResult.of(
                    "publish",
                    "--data-dir",
                    data.toString(),
                    "--platform=s",
                    "--channel=c",
                    "--sender=u",
                    "--text=t",
                    "--json");
            assertThat(published.out()).as(published.err()).contains("\"topic\":\"chat-in2\"");
            CommandResult contradicting = CommandResult.of(
                    "import", "--data-dir", data.toString(), "--set", "input.topics=chat-messages", file.toString());
            assertThat(contradicting.exitCode()).isEqualTo(2);
            assertThat(contradicting.err()).contains("the running Multichat has \"chat-in2\"");
            assertThat(dev.endpoints().settings()).containsEntry("input.topics", "chat-in2");
        }
    }

    private String importWithin(Duration limit) {
        long start = System.nanoTime();
        CommandResult imported = CommandResult.of("import", "--wait", "--data-dir", data.toString(), file.toString());
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit);
        return imported.out();
    }
}
