package io.multichat.sinks.core.loop;

import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A record that can never be written.
 *
 * @param record the record
 * @param cause the reason
 */
record PoisonRecord(SinkRecord record, RuntimeException cause) {
    /** Topic, partition and offset, for messages. */
    String place() {
        return record.originalTopic() + "-" + record.originalKafkaPartition() + "@" + record.originalKafkaOffset();
    }
}
