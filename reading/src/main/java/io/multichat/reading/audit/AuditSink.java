package io.multichat.reading.audit;

import io.multichat.events.SessionSnapshot;

/** Takes what a store holds. */
public interface AuditSink {
    /**
     * Names the record that holds what is taken next. Only the audit of the topics calls this.
     *
     * @param log the topic and the partition, such as {@code chat-transcript-0}
     * @param offset the offset of the record
     */
    default void from(String log, long offset) {}

    /**
     * Takes an accepted event.
     *
     * @param value its JSON; line breaks between tokens may be spaces
     * @param sentAt the time that the topology assigned to it, UTC milliseconds; of no importance for an edit or a delete
     * @param order its order among events of equal time; of no importance for an edit or a delete
     */
    void accepted(byte[] value, long sentAt, long order);

    /** Takes a snapshot; of several of one session, the newest counts. */
    void session(SessionSnapshot snapshot);

    /**
     * Takes an instant that no session crosses.
     *
     * @param conversation the key of the conversation
     * @param instant UTC milliseconds
     */
    void boundary(String conversation, long instant);
}
