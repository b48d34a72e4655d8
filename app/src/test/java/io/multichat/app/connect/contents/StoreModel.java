package io.multichat.app.connect.contents;

import io.multichat.events.ChatEvent;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What one store has to hold when it has been given certain records, as plainly as it can be said. */
interface StoreModel {
    /**
     * A good record of {@code chat-transcript}.
     *
     * @param record as it was read
     * @param event what its value says
     * @param placement what its headers say
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
     * Adds a good record of {@code chat-sessions}.
     *
     * @param snapshot what its value says
     */
    void add(ConsumerRecord<byte[], byte[]> record, SessionSnapshot snapshot);

    Rows rows();
}
