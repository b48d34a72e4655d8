package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.RejectReason;
import io.multichat.events.codec.EventEncoder;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The limits on incoming records, so that every output record can be written. */
class RecordLimitsTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private static final int KEPT = 64 << 10;

    private final Chat chat = Chat.away("talk");
    private final TopologyFixture topology = topologies.open();

    @Test
    void anOversizedValueIsTruncatedAndItsHashIsKept() throws NoSuchAlgorithmException {
        byte[] value = new byte[(1 << 20) + 1];
        Arrays.fill(value, (byte) '7');

        topology.publish(null, value, new RecordHeaders());

        assertThat(topology.outputs().deadLetters().get(0).value()).isEqualTo(Arrays.copyOf(value, KEPT));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(value);
        assertThat(topology.outputs().refusals().get(0).sha256())
                .contains(HexFormat.of().formatHex(hash));
    }

    @Test
    void aValueOfTheMaximumSizeIsAccepted() {
        byte[] frame = new EventEncoder().encode(chat.message("m1", BASE, "ada", ""));
        String text = "x".repeat((1 << 20) - frame.length);

        byte[] value = topology.publish(chat.message("m1", BASE, "ada", text));

        assertThat(value).hasSize(1 << 20);
        assertThat(topology.outputs().transcript().get(0).value()).isEqualTo(value);
    }

    @Test
    void aRecordWithTooLargeHeadersIsRefusedWithoutThem() {
        publishWith(new RecordHeaders().add("large", new byte[32 << 10]));

        assertThat(topology.outputs().refusals().get(0).reason()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(topology.outputs().deadLetters().get(0).headers().lastHeader("large"))
                .isNull();
    }

    @Test
    void manyEmptyHeadersAreAlsoTooLarge() {
        Headers headers = new RecordHeaders();
        for (int i = 0; i < 32 << 10; i++) {
            headers.add("", null);
        }

        publishWith(headers);

        assertThat(topology.outputs().refusals().get(0).reason()).isEqualTo(RejectReason.TOO_LARGE);
    }

    @Test
    void anAcceptedEventKeepsItsHeadersWhateverTheyContain() {
        Headers headers = new RecordHeaders()
                .add("traceparent", new byte[] {1})
                .add("", null)
                .add("\u00e9", new byte[99]);

        publishWith(headers);

        TestRecord<byte[], byte[]> written = topology.outputs().transcript().get(0);
        assertThat(written.headers().toArray()).startsWith(headers.toArray());
    }

    @Test
    void aHugeForeignKeyIsReplacedInTheTranscriptAndTruncatedInTheDeadLetters() {
        byte[] key = new byte[512 << 10];
        Arrays.fill(key, (byte) 9);

        topology.publish(key, new EventEncoder().encode(chat.message("m1", BASE)), new RecordHeaders());
        topology.publish(key, new EventEncoder().encode(chat.edit("m0", BASE)), new RecordHeaders());
        topology.publish(key, new byte[0], new RecordHeaders());
        topology.advance(Duration.ofHours(1));

        assertThat(topology.outputs().transcript().get(0).key())
                .asString()
                .isEqualTo(chat.conversation().key());
        assertThat(topology.outputs().deadLetters())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.key()).isEqualTo(Arrays.copyOf(key, KEPT)));
    }

    private void publishWith(Headers headers) {
        topology.publish(null, new EventEncoder().encode(chat.message("m1", BASE)), headers);
    }
}
