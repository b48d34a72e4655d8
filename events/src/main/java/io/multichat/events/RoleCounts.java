package io.multichat.events;

/** How many messages each role has sent. */
public record RoleCounts(long user, long assistant, long system, long tool, long bot) {
    /** None, or not known: SQLite does not keep them. */
    public static final RoleCounts NONE = new RoleCounts(0, 0, 0, 0, 0);

    /** One message of that role. */
    public static RoleCounts one(Sender.Role role) {
        return switch (role) {
            case USER -> new RoleCounts(1, 0, 0, 0, 0);
            case ASSISTANT -> new RoleCounts(0, 1, 0, 0, 0);
            case SYSTEM -> new RoleCounts(0, 0, 1, 0, 0);
            case TOOL -> new RoleCounts(0, 0, 0, 1, 0);
            case BOT -> new RoleCounts(0, 0, 0, 0, 1);
        };
    }

    /** The messages of one role. */
    public long of(Sender.Role role) {
        return switch (role) {
            case USER -> user;
            case ASSISTANT -> assistant;
            case SYSTEM -> system;
            case TOOL -> tool;
            case BOT -> bot;
        };
    }

    /** Those of both. */
    public RoleCounts plus(RoleCounts other) {
        return new RoleCounts(
                user + other.user,
                assistant + other.assistant,
                system + other.system,
                tool + other.tool,
                bot + other.bot);
    }
}
