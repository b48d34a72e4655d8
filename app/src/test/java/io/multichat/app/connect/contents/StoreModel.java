package io.multichat.app.connect.contents;

import io.multichat.events.ChatEvent;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The expected contents of one store after certain records, stated as plainly as possible. */
interface StoreModel {
    /**
     * A valid record of {@code chat-transcript}.
     *
     * @param record the record as it was read
     * @param event the decoded value
     * @param placement the decoded headers
     */
    record Accepted(ConsumerRecord<byte[], byte[]> record, ChatEvent event, Placement placement) {
        String conversation() {
            return event.conversation().key();
        }

        byte[] value() {
            return record.value();
        }
    }

    void add(Accepted event);

    /**
     * Adds a valid record of {@code chat-sessions}.
     *
     * @param snapshot the decoded value
     */
    void add(ConsumerRecord<byte[], byte[]> record, SessionSnapshot snapshot);

    Rows rows();
}
