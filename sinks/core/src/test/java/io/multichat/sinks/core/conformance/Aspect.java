package io.multichat.sinks.core.conformance;

/** The kinds of contents that a store may hold. Contents are compared as {@link Lines}. */
public enum Aspect {
    /** Every message once: conversation, id, sentAt, order, deleted or not, text, and the bytes of the version that is shown. */
    MESSAGES,
    /** Every edit, every delete and the creation: conversation, id, rank, time and bytes. */
    REVISIONS,
    /** Every other event once per identity: type, position and bytes. */
    EVENTS,
    /** Every boundary: conversation and instant. */
    BOUNDARIES,
    /** The newest snapshot of every session. */
    SESSIONS,
    /** Every record exactly once, partition by partition, in the order of the log. */
    RECORDS
}
