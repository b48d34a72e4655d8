package io.multichat.app.embedded.redis;

import io.multichat.events.text.WholeNumbers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first two numbers of a Redis version. Valkey versions count as Redis versions. */
record RedisVersion(int major, int minor) {
    /** The oldest version that the Redis sink works with; also the bundled version. */
    static final RedisVersion OLDEST = new RedisVersion(6, 2);

    /** The first version whose append-only file is a folder, which older versions ignore. */
    static final RedisVersion APPEND_ONLY_FOLDER = new RedisVersion(7, 0);

    private static final Pattern VERSION = Pattern.compile("v=(\\d{1,9})\\.(\\d{1,9})");

    /**
     * Parses the output of {@code redis-server --version}, for example {@code Redis server v=7.0.15 sha=00000000:0
     * malloc=jemalloc-5.3.0 bits=64 build=1fdfb72e2b4ab3c9}; empty for any other text.
     */
    static Optional<RedisVersion> parse(String answer) {
        Matcher version = VERSION.matcher(answer);
        return version.find()
                ? Optional.of(new RedisVersion(
                        WholeNumbers.parseInt(version.group(1)), WholeNumbers.parseInt(version.group(2))))
                : Optional.empty();
    }

    boolean isAtLeast(RedisVersion other) {
        return major > other.major || (major == other.major && minor >= other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
