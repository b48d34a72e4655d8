package io.multichat.events;

/** The names of Multichat's topics. */
public final class Topics {
    /** Where publishers write; key: the conversation key, as a hint. */
    public static final String MESSAGES = "chat-messages";
    /** Every accepted event, once; key: the conversation key; value: the event's bytes; headers: {@link Placement}. */
    public static final String TRANSCRIPT = "chat-transcript";
    /** The newest snapshot of every session, compacted; key: the session id; value: {@link SessionSnapshot}. */
    public static final String SESSIONS = "chat-sessions";
    /** What was refused, with original key, value and headers; why is in {@link DeadLetter}. */
    public static final String DEAD_LETTERS = "chat-dead-letters";

    private Topics() {}
}
