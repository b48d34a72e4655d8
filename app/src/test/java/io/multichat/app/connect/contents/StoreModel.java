package io.multichat.app.connect.contents;

import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.core.SinkEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The expected contents of one store after certain records, stated as plainly as possible. */
interface StoreModel {
    /** Adds an event of {@code chat-transcript}, or what erasures leave of it. */
    void add(SinkEntry.Transcript event);

    /**
     * Adds a valid record of {@code chat-sessions}.
     *
     * @param snapshot the decoded value
     */
    void add(ConsumerRecord<byte[], byte[]> record, SessionSnapshot snapshot);

    Rows rows();
}
