package io.multichat.topology.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.DeadLetter;
import io.multichat.events.RejectReason;
import io.multichat.events.Topics;
import io.multichat.topology.state.ledger.RecordCounts;
import io.multichat.topology.testing.TopologyFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;

/** Every published record comes out exactly once, whatever it contains, and the topology keeps running. */
class AnyRecordPropertyTest {
    private static final String FRAME =
            "{\"platform\":\"irc\",\"channel\":%s,\"messageId\":%s,\"sender\":{\"id\":%s},\"sentAt\":\"2020-01-01T00:00:00Z\"}";

    private static Path state;
    private static TopologyFixture topology;

    @BeforeContainer
    static void open() throws IOException {
        state = Files.createTempDirectory("any-record");
        topology = TopologyFixture.open(state);
    }

    @AfterContainer
    static void close() throws IOException {
        topology.close();
        Utils.delete(state.toFile());
    }

    @Property(tries = 500)
    void anyBytesBecomeADeadLetterOrAnEvent(@ForAll byte[] key, @ForAll("values") byte[] value, @ForAll String header) {
        long before = account().nextOffset();
        topology.outputs().forget();

        topology.publish(key, value, new RecordHeaders().add(header, value));

        RecordCounts after = account();
        assertThat(after.nextOffset()).isEqualTo(before + 1);
        assertThat(after.accepted() + after.duplicates() + after.deadLetters()).isEqualTo(after.nextOffset());
        assertThat(topology.outputs().deadLetters().size()
                        + topology.outputs().transcript().size())
                .isLessThanOrEqualTo(1);
        assertThat(topology.outputs().refusals())
                .extracting(DeadLetter::reason)
                .doesNotContain(RejectReason.UNKNOWN_MESSAGE, RejectReason.NULL_VALUE);
    }

    @Provide
    Arbitrary<byte[]> values() {
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(60);
        Arbitrary<byte[]> nearlyEvents = Arbitraries.strings()
                .ascii()
                .ofMaxLength(8)
                .map(text ->
                        text.contains("\\") || text.length() % 2 == 0 ? text : "\"" + text.replace('"', '\'') + "\"")
                .array(String[].class)
                .ofSize(3)
                .map(fields -> String.format(FRAME, (Object[]) fields).getBytes(StandardCharsets.UTF_8));
        return Arbitraries.oneOf(bytes, nearlyEvents);
    }

    private static RecordCounts account() {
        return topology.queries()
                .recordCounts()
                .getOrDefault(new TopicPartition(Topics.MESSAGES, 0), RecordCounts.EMPTY);
    }
}
