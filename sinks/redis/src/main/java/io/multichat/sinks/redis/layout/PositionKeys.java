package io.multichat.sinks.redis.layout;

/** The keys of the hashes that hold the positions of the connectors, at least one on each master. */
public final class PositionKeys {
    private PositionKeys() {}

    /**
     * The key of a hash.
     *
     * @param tag decides which master holds the hash
     */
    public static String of(String tag) {
        return "mc:positions:{" + tag + "}";
    }
}
