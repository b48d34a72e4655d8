package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.codec.EventDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code publish}, and {@code import} without {@code --wait}, against a real broker. */
class PublishTest {
    private static final String EVENT =
            "{\"platform\":\"irc\",\"channel\":\"#a\",\"messageId\":\"%s\",\"sender\":{\"id\":\"u\"},"
                    + "\"sentAt\":\"2001-01-01T00:00:00Z\", \"unknown\" : 1}";

    @TempDir
    Path folder;

    private CommandsOnBroker broker;

    @BeforeEach
    void createTopics() throws Exception {
        broker = CommandsOnBroker.start(folder);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void aMessageFromOptionsIsPublishedUnderItsConversation() {
        CommandOutput output = broker.run(
                "publish",
                "--platform",
                "irc",
                "--channel",
                "#ubuntu",
                "--sender",
                "ada",
                "--text",
                "こんにちは",
                "--id",
                "m 1");

        ConsumerRecord<byte[], byte[]> record = broker.published().get(0);
        ChatEvent event = new EventDecoder().decode(record.value());
        assertThat(output.exitCode()).isZero();
        assertThat(output.out().strip())
                .isEqualTo("Published message m 1 to irc #ubuntu (partition " + record.partition() + ", offset 0)");
        assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("irc/%23ubuntu");
        assertThat(event.content().text()).hasValue("こんにちは");
    }

    @Test
    void linesFromStandardInputArePublishedByteForByteAndInvalidOnesAreNamed() {
        String lines = EVENT.formatted("m1") + "\n{broken\n\n" + EVENT.formatted("m2") + "\n";

        CommandOutput output = broker.runWithInput(lines.getBytes(StandardCharsets.UTF_8), "publish", "-", "--json");

        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.err()).contains("line 2 is not a valid event").hasLineCount(1);
        assertThat(output.out())
                .contains("\"conversation\":\"irc/%23a\",\"messageId\":\"m1\"")
                .hasLineCount(2);
        assertThat(broker.published())
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder(EVENT.formatted("m1"), EVENT.formatted("m2"));
    }

    @Test
    void anEventThatTheTopologyWouldRefuseIsRefusedAtOnce() throws Exception {
        String message = "publish --platform irc --channel c --sender a --text b --at ";
        CommandOutput far = broker.run((message + "2999-01-01T00:00:00Z").split(" "));
        CommandOutput near =
                broker.run((message + Instant.now().plusSeconds(250) + " --set clock.skew.max=4m").split(" "));
        CommandOutput line = broker.runWithInput(
                EVENT.formatted("m1").replace("2001", "2999").getBytes(StandardCharsets.UTF_8), "publish", "-");
        CommandOutput empty = broker.runWithInput("\n".getBytes(StandardCharsets.UTF_8), "publish", "-");

        assertThat(far.exitCode()).isEqualTo(2);
        assertThat(far.err()).contains("2999-01-01", "more than 5m (clock.skew.max) in the future");
        assertThat(near.exitCode()).isEqualTo(2);
        assertThat(near.err()).contains("more than 4m (clock.skew.max)");
        assertThat(line.exitCode()).isEqualTo(1);
        assertThat(line.err()).contains("line 1 is not a valid event", "clock.skew.max");
        assertThat(empty.exitCode()).isEqualTo(1);
        assertThat(empty.err()).contains("standard input is empty");
        assertThat(broker.published()).isEmpty();
    }

    @Test
    void anImportPublishesBrokenLinesTooSoThatTheyBecomeDeadLetters() throws IOException {
        Path file = Files.writeString(
                folder.resolve("chat.jsonl"), EVENT.formatted("m1") + "\n\n{broken\n" + EVENT.formatted("m2"));

        CommandOutput output = broker.run("import", "--format", "jsonl", file.toString());

        assertThat(output.out()).contains("read 3, published 3, invalid 1");
        assertThat(output.err())
                .contains("not valid or too far in the future, so they become dead letters: 1 (line 3)");
        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(broker.published())
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder(EVENT.formatted("m1"), "{broken", EVENT.formatted("m2"));
        assertThat(broker.published())
                .allSatisfy(record ->
                        assertThat(record.headers().lastHeader("import-id")).isNotNull());
    }

    @Test
    void aLineThatIsTooLargeIsRefusedWithItsNumberAndTheOthersArePublished() throws IOException {
        String large = EVENT.formatted("x".repeat(70_000));
        Path file = Files.writeString(
                folder.resolve("large.jsonl"), EVENT.formatted("m1") + "\n" + large + "\n" + EVENT.formatted("m2"));

        CommandOutput output = broker.run("import", file.toString(), "--set", "event.max.bytes=1KiB");

        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(output.out()).contains("read 3, published 2, refused 1");
        assertThat(output.err()).contains("event.max.bytes", "line 2").hasLineCount(1);
        assertThat(broker.published()).hasSize(2);
    }

    @Test
    void aMissingInputTopicFailsThePublishWithAHint() throws Exception {
        CommandOutput output = broker.run(
                "publish",
                "--platform",
                "p",
                "--channel",
                "c",
                "--sender",
                "s",
                "--text",
                "t",
                "--set",
                "input.topics=nowhere");

        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.err()).contains("create them with `multichat topics").hasLineCount(1);
    }
}
