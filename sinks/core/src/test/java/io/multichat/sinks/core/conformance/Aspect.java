package io.multichat.sinks.core.conformance;

/** What a store may keep. Each aspect is told as lines, see {@link Lines}. */
public enum Aspect {
    /** Every message once: conversation, id, sentAt, order, whether it is deleted, its text and its newest bytes. */
    MESSAGES,
    /** Conversation, id, rank, time and bytes of every edit and delete, and of the creation. */
    REVISIONS,
    /** Type, place and bytes of what is no version of a message, once an identity. */
    EVENTS,
    /** Conversation and instant. */
    BOUNDARIES,
    /** The newest snapshot of every session. */
    SESSIONS,
    /** Every record exactly once, partition after partition, in the order of the log. */
    RECORDS
}
