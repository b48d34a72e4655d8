package io.multichat.sinks.redis.link;

import io.multichat.events.text.WholeNumbers;
import io.multichat.reading.StoreException;
import io.multichat.reading.diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisException;

/** Checks, before the first write, that the sink can work with every master. */
public final class MasterCheck {
    private static final Logger LOG = LoggerFactory.getLogger(MasterCheck.class);
    private static final int MIN_MAJOR = 6;
    private static final int MIN_MINOR = 2;

    private MasterCheck() {}

    /**
     * Checks the version of every master, and logs a warning for each one that may evict the positions.
     *
     * @throws StoreException with the verdict STOP if a master is too old
     * @throws JedisException if a master does not answer, or the user may not call INFO
     */
    public static void check(RedisLink redis) {
        for (String warning : warnings(redis)) {
            LOG.warn(warning);
        }
    }

    /** One warning, with its remedy, for each master that may evict the positions. */
    static List<String> warnings(RedisLink redis) {
        List<String> warnings = new ArrayList<>();
        for (HostAndPort master : redis.masters()) {
            try (Connection connection = redis.connect(master)) {
                MasterInfo info = MasterInfo.of(connection);
                requireVersion(info);
                eviction(info).ifPresent(finding -> warnings.add(finding.problem() + " " + finding.fix()));
            }
        }
        return warnings;
    }

    /** @throws StoreException with the verdict STOP if the master is too old */
    public static void requireVersion(MasterInfo info) {
        String version = info.text("redis_version", "unknown");
        String[] parts = version.split("\\.");
        boolean known = parts.length > 1 && parts[0].matches("\\d{1,4}") && parts[1].matches("\\d{1,4}");
        if (!known) {
            return; // a compatible server other than Redis: a missing command will fail with its own error
        }
        int major = WholeNumbers.parseInt(parts[0]);
        if (major < MIN_MAJOR || (major == MIN_MAJOR && WholeNumbers.parseInt(parts[1]) < MIN_MINOR)) {
            throw new StoreException(
                    StoreException.Verdict.STOP,
                    "Redis at " + info.server() + " is version " + version + "; Multichat needs " + MIN_MAJOR + "."
                            + MIN_MINOR + " or later (or any Valkey); upgrade it",
                    null);
        }
    }

    /** The finding about a master that may evict the positions. */
    public static Optional<Finding> eviction(MasterInfo info) {
        String policy = info.text("maxmemory_policy", "");
        if (info.number("maxmemory") == 0 || !policy.startsWith("allkeys-")) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning(
                "Redis at " + info.server() + " may evict any key when its memory is full (maxmemory-policy " + policy
                        + "). If it evicts the positions of the sink, the topics are read again from the beginning,"
                        + " which fills the memory again.",
                "Set maxmemory-policy to volatile-ttl: Redis then evicts the conversations that have gone longest"
                        + " without a write, and keeps the positions."));
    }
}
