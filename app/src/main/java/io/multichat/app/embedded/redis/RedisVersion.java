package io.multichat.app.embedded.redis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first two numbers of a Redis version; a Valkey's count as a Redis'. */
record RedisVersion(int major, int minor) {
    /** What the Redis sink needs, and what is carried. */
    static final RedisVersion OLDEST = new RedisVersion(6, 2);

    /** From here on the append-only file is a folder, which older ones do not see. */
    static final RedisVersion APPEND_ONLY_FOLDER = new RedisVersion(7, 0);

    private static final Pattern VERSION = Pattern.compile("v=(\\d{1,9})\\.(\\d{1,9})");

    /**
     * Of the answer to {@code redis-server --version}, for example {@code Redis server v=7.0.15 sha=00000000:0
     * malloc=jemalloc-5.3.0 bits=64 build=1fdfb72e2b4ab3c9}; empty if it is no such answer.
     */
    static Optional<RedisVersion> parse(String answer) {
        Matcher version = VERSION.matcher(answer);
        return version.find()
                ? Optional.of(new RedisVersion(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2))))
                : Optional.empty();
    }

    boolean isAtLeast(RedisVersion other) {
        return major > other.major || major == other.major && minor >= other.minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
