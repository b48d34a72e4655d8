package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.DeadLetter;
import io.multichat.events.RejectReason;
import io.multichat.events.Topics;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.deadletters.DeadLetterLog;
import io.multichat.reading.letters.DeadLetterPage;
import io.multichat.reading.letters.DeadLetterRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters on a real broker: reading them page by page, and {@code dead-letters replay}. */
class DeadLettersTest {
    private static final byte[] ORIGINAL = {'{', (byte) 0xFF, '\n'};
    private static final byte[] COMMAND = ("{\"type\":\"hold.cleared\",\"platform\":\"irc\",\"channel\":\"x\","
                    + "\"eventId\":\"e\",\"sentAt\":\"2026-01-31T09:30:00Z\",\"attributes\":{\"hold\":\"case 7\"}}")
            .getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private TestBroker broker;

    @BeforeEach
    void sevenLetters() throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
        broker.topics("partitions=2").run();
        KafkaAccess kafka = broker.kafka();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.config(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < 7; i++) {
                ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                        Topics.DEAD_LETTERS,
                        i % 2,
                        "key".getBytes(StandardCharsets.US_ASCII),
                        i == 6 ? COMMAND : ORIGINAL);
                record.headers().add(i == 5 ? "multichat-replay-of" : "trace", new byte[] {1});
                RejectReason reason = i == 3 ? RejectReason.TOO_LARGE : RejectReason.NOT_JSON;
                new DeadLetter(
                                reason,
                                "no " + i,
                                new DeadLetter.Source("chat-messages", 0, i),
                                1_000 + i,
                                i == 3 ? Optional.of("aa") : Optional.empty())
                        .writeTo(record.headers());
                producer.send(record).get();
            }
        }
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void pagesAreNewestFirstAcrossPartitionsAndContinue() {
        DeadLetterLog log = new DeadLetterLog(() -> Optional.of(broker.kafka()));

        DeadLetterPage first = log.page(request(Optional.empty(), 5));
        DeadLetterPage second =
                log.page(new DeadLetterRequest(Optional.empty(), OptionalLong.empty(), first.next(), 5));

        assertThat(details(first)).containsExactlyInAnyOrder("no 6", "no 5", "no 4", "no 3", "no 2");
        assertThat(details(second)).containsExactlyInAnyOrder("no 1", "no 0");
        assertThat(second.next()).isEmpty();
        assertThat(details(log.page(request(Optional.of(RejectReason.TOO_LARGE), 5))))
                .containsExactly("no 3");
    }

    @Test
    void replayPublishesTheOriginalBytesKeyAndHeadersAgain() {
        CommandOutput output = run("0-0", "1-1", "1-99", "--yes");

        List<ConsumerRecord<byte[], byte[]>> published = broker.records("chat-messages");
        assertThat(published).hasSize(1);
        assertThat(published.get(0).value()).isEqualTo(ORIGINAL);
        assertThat(published.get(0).key()).asString(StandardCharsets.US_ASCII).isEqualTo("key");
        assertThat(Arrays.stream(published.get(0).headers().toArray()).map(Header::key))
                .containsExactly("trace", "multichat-replay-of");
        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(output.out()).isEqualToNormalizingNewlines("Published 0-0 again to chat-messages\n");
        assertThat(output.err())
                .contains("1-1 was not published: the letter holds only the beginning", "no dead letter 1-99");
    }

    @Test
    void aRecordThatIsRefusedAgainIsNotPublishedAThirdTime() {
        CommandOutput output = run("1-2", "--yes");

        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(output.err()).contains("1-2 was not published: it was published again before, and refused again");
        assertThat(broker.records("chat-messages")).isEmpty();
    }

    @Test
    void aCommandIsNotPublishedAgain() {
        CommandOutput output = run("0-3", "--yes");

        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(output.err()).contains("0-3 was not published: it is a command that erases or holds");
        assertThat(broker.records("chat-messages")).isEmpty();
    }

    @Test
    void replayAsksBeforeItPublishes() {
        CommandOutput output = run("0-0");

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).contains("needs --yes");
        assertThat(broker.records("chat-messages")).isEmpty();
    }

    private CommandOutput run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("dead-letters", "replay"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
        return CommandOutput.of(all.toArray(String[]::new));
    }

    private static DeadLetterRequest request(Optional<RejectReason> reason, int limit) {
        return new DeadLetterRequest(reason, OptionalLong.empty(), Optional.empty(), limit);
    }

    private static List<String> details(DeadLetterPage page) {
        return page.letters().stream().map(each -> each.letter().detail()).toList();
    }
}
