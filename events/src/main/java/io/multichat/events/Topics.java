package io.multichat.events;

/** The default names of Multichat's topics. */
public final class Topics {
    /** The input, written by publishers. Key: the conversation key, as a hint. */
    public static final String MESSAGES = "chat-messages";
    /** Every accepted event, exactly once. Key: the conversation key. Value: the event's bytes. Headers: {@link Placement}. */
    public static final String TRANSCRIPT = "chat-transcript";
    /** The newest snapshot of every session, compacted. Key: the session id. Value: {@link SessionSnapshot}. */
    public static final String SESSIONS = "chat-sessions";
    /** Rejected records with their original key, value and headers. Added headers: {@link DeadLetter}. */
    public static final String DEAD_LETTERS = "chat-dead-letters";

    private Topics() {}
}
