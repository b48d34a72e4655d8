package io.multichat.events;

/** The number of messages by role of their sender. */
public record RoleCounts(long user, long assistant, long system, long tool, long bot) {
    /** No messages, or counts unknown. */
    public static final RoleCounts NONE = new RoleCounts(0, 0, 0, 0, 0);

    /** The counts of a single message. */
    public static RoleCounts one(Sender.Role role) {
        return switch (role) {
            case USER -> new RoleCounts(1, 0, 0, 0, 0);
            case ASSISTANT -> new RoleCounts(0, 1, 0, 0, 0);
            case SYSTEM -> new RoleCounts(0, 0, 1, 0, 0);
            case TOOL -> new RoleCounts(0, 0, 0, 1, 0);
            case BOT -> new RoleCounts(0, 0, 0, 0, 1);
        };
    }

    /** The number of messages of a role. */
    public long of(Sender.Role role) {
        return switch (role) {
            case USER -> user;
            case ASSISTANT -> assistant;
            case SYSTEM -> system;
            case TOOL -> tool;
            case BOT -> bot;
        };
    }

    /** The sum of both counts. */
    public RoleCounts plus(RoleCounts other) {
        return new RoleCounts(
                user + other.user,
                assistant + other.assistant,
                system + other.system,
                tool + other.tool,
                bot + other.bot);
    }
}
