package io.multichat.events.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.Sender;
import io.multichat.events.codec.EventDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Uses Kafka's in-memory producer; the system tests cover a real broker. */
class ChatPublisherTest {
    private static final PublisherSettings SETTINGS = new PublisherSettings("chat-in", 1_000);

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final ChatPublisher publisher = new ChatPublisher(kafka, SETTINGS);
    private final List<Exception> outcomes = new ArrayList<>();

    @Test
    void anEventIsSentUnderTheKeyOfItsConversation() {
        ChatEvent event = message("hello");

        publisher.publish(event, null);

        ProducerRecord<byte[], byte[]> record = kafka.history().get(0);
        assertThat(record.topic()).isEqualTo("chat-in");
        assertThat(record.partition()).isNull();
        assertThat(record.key()).asString(StandardCharsets.US_ASCII).isEqualTo("irc/%23multichat");
        assertThat(new EventDecoder().decode(record.value())).isEqualTo(event);
    }

    @Test
    void theOutcomeSaysWhetherTheEventWasWritten() {
        publisher.publish(message("one"), (written, error) -> outcomes.add(error));
        publisher.publish(message("two"), (written, error) -> outcomes.add(error));

        kafka.completeNext();
        kafka.errorNext(new TimeoutException("no broker"));

        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.get(0)).isNull();
        assertThat(outcomes.get(1)).hasMessage("no broker");
    }

    @Test
    void anEventThatIsTooLargeOrCannotBeEncodedIsNotSent() {
        assertRefused(message("x".repeat(1_000)), RejectReason.TOO_LARGE);
        assertRefused(message("\uD83D"), RejectReason.UNPAIRED_SURROGATE);
        assertThat(kafka.history()).isEmpty();
    }

    @Test
    void bytesAreSentAsTheyAreWithTheirHeaders() {
        byte[] value = ("{ \"platform\":\"irc\", \"channel\":\"c\", \"messageId\":\"m\", \"sender\":{\"id\":\"a\"},"
                        + " \"sentAt\":\"2026-03-01T12:00:00Z\", \"unknown\":1.00 }")
                .getBytes(StandardCharsets.UTF_8);
        RecordHeader header = new RecordHeader("traceparent", new byte[] {1});

        publisher.publishBytes(value, List.of(header), null);

        ProducerRecord<byte[], byte[]> record = kafka.history().get(0);
        assertThat(record.value()).isEqualTo(value);
        assertThat(record.key()).asString(StandardCharsets.US_ASCII).isEqualTo("irc/c");
        assertThat(record.headers()).containsExactly(header);
    }

    @Test
    void bytesThatAreNotAnEventAreSentForTheTopologyToRefuse() {
        byte[] value = "x".repeat(1_001).getBytes(StandardCharsets.UTF_8);

        publisher.publishBytes(value, List.of(), null);

        assertThat(kafka.history().get(0).key()).isNull();
        assertThat(kafka.history().get(0).value()).isEqualTo(value);
    }

    @Test
    void bytesTooLargeForARecordAreRefused() {
        byte[] value = new byte[1_001 + PublisherSettings.ENVELOPE_BYTES / 2];

        assertThatThrownBy(() -> publisher.publishBytes(value, List.of(), null))
                .isInstanceOfSatisfying(
                        InvalidEventException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.TOO_LARGE));
    }

    @Test
    void settingsThatTheGuaranteesDependOnCannotBeOverridden() {
        Map<String, Object> config = SETTINGS.producer(Map.of(
                "acks", "0",
                "enable.idempotence", "false",
                "partitioner.ignore.keys", "true",
                "max.request.size", "1",
                "linger.ms", "50",
                "security.protocol", "SSL"));

        assertThat(config)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("partitioner.ignore.keys", false)
                .containsEntry("max.request.size", 1_000 + PublisherSettings.ENVELOPE_BYTES)
                .containsEntry("linger.ms", "50")
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        for (int maxEventBytes : new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PublisherSettings("t", maxEventBytes))
                    .withMessageContaining("maxEventBytes is " + maxEventBytes);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new PublisherSettings("", 1));
    }

    private void assertRefused(ChatEvent event, RejectReason reason) {
        assertThatThrownBy(() -> publisher.publish(event, null))
                .isInstanceOfSatisfying(
                        InvalidEventException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static ChatEvent message(String text) {
        return ChatEvent.message(Conversation.of("irc", "#multichat"), "m1", Sender.user("ada"), Instant.EPOCH, text);
    }
}
