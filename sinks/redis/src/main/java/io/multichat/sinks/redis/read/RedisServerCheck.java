package io.multichat.sinks.redis.read;

import io.multichat.events.text.WholeNumbers;
import io.multichat.reading.StoreException;
import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import io.multichat.reading.diagnosis.Hosts;
import io.multichat.sinks.redis.link.MasterCheck;
import io.multichat.sinks.redis.link.MasterInfo;
import io.multichat.sinks.redis.link.RedisEndpoint;
import io.multichat.sinks.redis.link.RedisErrors;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.settings.EndpointRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** Examines every master of a Redis: version, memory, eviction policy, persistence, password and clock. */
public final class RedisServerCheck implements Check {
    private static final double NEARLY_FULL = 0.9;
    private static final long SKEW_MS = 5_000;

    private final RedisEndpoint endpoint;

    /** @param settings as for {@link RedisSessionReader#of} */
    public RedisServerCheck(Map<String, String> settings) {
        endpoint = EndpointRules.endpoint(settings);
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try (RedisLink redis = endpoint.connect(1)) {
            for (HostAndPort master : redis.masters()) {
                try (Jedis server = new Jedis(redis.connect(master))) {
                    examine(server, findings);
                }
            }
        } catch (JedisException e) {
            throw RedisErrors.of(endpoint, e);
        }
        return findings;
    }

    /** An old server is examined no further, since it may not know the commands. */
    private void examine(Jedis server, List<Finding> findings) {
        MasterInfo info = MasterInfo.of(server.getConnection());
        password(info.server()).ifPresent(findings::add);
        Optional<Finding> tooOld = version(info);
        tooOld.ifPresent(findings::add);
        if (tooOld.isEmpty()) {
            MasterCheck.eviction(info).ifPresent(findings::add);
            memory(info).ifPresent(findings::add);
            persistence(info).ifPresent(findings::add);
            clock(server).ifPresent(findings::add);
        }
    }

    private static Optional<Finding> version(MasterInfo info) {
        try {
            MasterCheck.requireVersion(info);
            return Optional.empty();
        } catch (StoreException e) {
            return Optional.of(
                    Finding.danger(e.getMessage(), "Install Redis 7 or Valkey 8 and keep the data directory."));
        }
    }

    private static Optional<Finding> memory(MasterInfo info) {
        long used = info.number("used_memory");
        long limit = info.number("maxmemory");
        if (limit == 0 || used < limit * NEARLY_FULL) {
            return Optional.empty();
        }
        String problem = "Redis at " + info.server() + " uses " + used + " of " + limit + " bytes (maxmemory)";
        return Optional.of(
                info.text("maxmemory_policy", "").equals("noeviction")
                        ? Finding.danger(
                                problem + "; it will refuse writes, and the Redis sink will wait",
                                "Raise maxmemory, lower redis.ttl, or set maxmemory-policy to volatile-ttl.")
                        : Finding.warning(
                                problem + "; it evicts conversations before redis.ttl",
                                "Raise maxmemory or lower redis.ttl."));
    }

    private static Optional<Finding> persistence(MasterInfo info) {
        boolean fails = info.text("aof_last_write_status", "ok").equals("err")
                || info.text("rdb_last_bgsave_status", "ok").equals("err");
        return fails
                ? Optional.of(
                        Finding.warning(
                                "Redis at " + info.server() + " could not save its data the last time it tried",
                                "Look for the reason in the log of Redis, usually a full disk; what Redis loses, the sink writes again."))
                : Optional.empty();
    }

    private static Optional<Finding> clock(Jedis server) {
        long before = System.currentTimeMillis();
        long theirs = WholeNumbers.parseLong(server.time().get(0)) * 1_000;
        long after = System.currentTimeMillis();
        // Redis answers in whole seconds here.
        boolean differs = theirs > after + SKEW_MS || theirs + 1_000 < before - SKEW_MS;
        return differs
                ? Optional.of(Finding.warning(
                        "the clocks of this machine and of Redis at "
                                + server.getConnection().getHostAndPort() + " differ by about "
                                + Math.abs(theirs - after) / 1_000 + " s",
                        "Synchronize both clocks with NTP."))
                : Optional.empty();
    }

    private Optional<Finding> password(HostAndPort server) {
        return endpoint.settings().redisLogin().hasPassword() || Hosts.isLocal(server.getHost())
                ? Optional.empty()
                : Optional.of(Finding.danger(
                        "Redis at " + server
                                + " needs no password: whoever reaches it can read and change all messages",
                        "Set requirepass or an ACL in Redis, and redis.password in Multichat and in the connector."));
    }
}
