package io.multichat.sinks.redis.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.testing.RedisProperties;
import io.multichat.sinks.redis.testing.Sessions;
import io.multichat.sinks.redis.testing.ShuffledWrites;
import io.multichat.sinks.redis.testing.StoredConversation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** {@code write.lua} keeps the newest snapshot whatever the order in which versions are written. */
class SnapshotConvergenceTest extends RedisProperties {
    @Provide
    Arbitrary<List<SessionSnapshot.Version>> versions() {
        Arbitrary<Long> counters = Arbitraries.of(1L, 2L, 9L, 10L, 99L, 100L, 1L << 52);
        return Arbitraries.of(0, 1, 9, 10)
                .flatMap(generation -> counters.map(counter -> new SessionSnapshot.Version(generation, counter)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 300)
    void theNewestSnapshotIsKeptInAnyOrderOfWrites(
            @ForAll("versions") List<SessionSnapshot.Version> versions, @ForAll Random random) {
        redis.flushAll();
        SessionSnapshot.Version newest = Collections.max(versions);
        List<SinkEntry> entries = new ArrayList<>(
                versions.stream().map(version -> ENTRIES.snapshot(at(version))).toList());

        ShuffledWrites.of(entries, random).to(server.settings(Map.of()));

        StoredConversation stored = StoredConversation.read(redis, GENERAL);
        assertThat(stored.sessions().values())
                .containsExactly(new String(ENTRIES.snapshot(at(newest)).value(), StandardCharsets.UTF_8));
        assertThat(stored.order())
                .singleElement()
                .satisfies(listed -> assertThat(listed.getScore())
                        .isEqualTo((double) at(newest).span().startedAt()));
    }

    /** Each version starts at a different time, as when late messages arrive. */
    private static SessionSnapshot at(SessionSnapshot.Version version) {
        SessionSnapshot session = Sessions.with(Sessions.open(GENERAL, NOON, NOON, 1), version);
        long startedAt = NOON - 100L * version.generation() - version.counter() % 97;
        return Sessions.with(session, new SessionSnapshot.Span(startedAt, NOON), 1);
    }
}
