package io.multichat.sinks.core.loop;

import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A record that can never be written.
 *
 * @param record the record as it came
 * @param cause why
 */
record PoisonRecord(SinkRecord record, RuntimeException cause) {
    /** Topic, partition and offset for a message to people. */
    String place() {
        return record.originalTopic() + "-" + record.originalKafkaPartition() + "@" + record.originalKafkaOffset();
    }
}
