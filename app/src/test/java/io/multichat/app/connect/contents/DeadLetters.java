package io.multichat.app.connect.contents;

import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.topics.TopicSetup;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * The records that the connectors reported. A record may be reported more than once, since a kill may come between a report
 * and its commit.
 */
final class DeadLetters {
    private static final String CONTEXT = "__connect.errors.";

    private DeadLetters() {}

    /** The positions of the records that a connector reported. */
    static Rows of(KafkaAccess kafka, String connector) {
        Rows rows = new Rows();
        CommittedRecords.forEach(kafka, TopicSetup.SINK_DEAD_LETTERS, letter -> {
            if (header(letter, "connector.name").equals(connector)) {
                int partition = Integer.parseInt(header(letter, "partition"));
                rows.put(place(header(letter, "topic"), partition, Long.parseLong(header(letter, "offset"))));
            }
        });
        return rows;
    }

    static String place(String topic, int partition, long offset) {
        return topic + "-" + partition + "-" + offset;
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(CONTEXT + name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
