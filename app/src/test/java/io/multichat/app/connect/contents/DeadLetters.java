package io.multichat.app.connect.contents;

import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.topics.TopicSetup;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What the connectors have reported: each place at least once, since a kill may come between a report and its reward. */
final class DeadLetters {
    private static final String CONTEXT = "__connect.errors.";

    private DeadLetters() {}

    /** The places of the records that a connector has reported. */
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
