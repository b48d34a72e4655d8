package io.multichat.sinks.redis.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.MessagePosition;
import io.multichat.events.versions.MessageVersions;
import io.multichat.events.versions.Revision;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.layout.MessageBody;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.testing.RedisProperties;
import io.multichat.sinks.redis.testing.ShuffledWrites;
import io.multichat.sinks.redis.testing.StoredConversation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** {@code write.lua} leaves the same contents whatever the order in which entries are written. */
class ConvergenceTest extends RedisProperties {
    @Provide
    Arbitrary<List<SinkEntry>> versions() {
        Arbitrary<Long> times = Arbitraries.of(0L, 9L, 10L, NOON, NOON + 1);
        Arbitrary<Long> orders = Arbitraries.of(0L, 9L, 10L, -9L, -10L, Long.MAX_VALUE, Long.MIN_VALUE);
        // Texts that differ early, late, in length, and in bytes that a locale or a signed comparison would sort
        // differently.
        Arbitrary<String> texts =
                Arbitraries.of("", "a", "B", "é", "🧵", "x".repeat(64), "x".repeat(65), "x".repeat(200) + "\u0000");
        Arbitrary<SinkEntry> creations = Combinators.combine(times, orders, texts)
                .as((at, order, text) -> ENTRIES.created("m", at, order, text));
        Arbitrary<SinkEntry> edits =
                Combinators.combine(times, texts).as((at, text) -> ENTRIES.edited("m", NOON, at, text));
        Arbitrary<SinkEntry> deletes = times.map(at -> ENTRIES.deleted("m", NOON, at));
        return Arbitraries.oneOf(creations, edits, deletes).list().ofMinSize(1).ofMaxSize(8);
    }

    @Property(tries = 500)
    void theScriptMergesVersionsInAnyOrderAsMessageVersionsDoes(
            @ForAll("versions") List<SinkEntry> versions, @ForAll Random random) {
        redis.flushAll();
        List<SinkEntry> entries = new ArrayList<>(versions);
        entries.addAll(versions.subList(0, random.nextInt(versions.size())));

        ShuffledWrites.of(entries, random).to(server.settings(Map.of()));

        MessageVersions expected = versionsOf(versions);
        MessageBody stored = stored("m");
        assertThat(Optional.of(stored.newest())).isEqualTo(expected.shown());
        assertThat(stored.creation()).isEqualTo(expected.creation());
        assertThat(stored.position("m")).isEqualTo(expected.position());
    }

    @Property(tries = 200)
    void theNewestMessagesAreKeptInAnyOrderOfWrites(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> times, @ForAll Random random) {
        redis.flushAll();
        List<SinkEntry> entries = new ArrayList<>();
        TreeMap<MessagePosition, MessageVersions> newest = new TreeMap<>();
        for (int i = 0; i < times.size(); i++) {
            long sentAt = NOON + times.get(i);
            List<SinkEntry> versions = List.of(
                    ENTRIES.created("m" + i, sentAt, i, "created"), ENTRIES.edited("m" + i, sentAt, NOON, "edited"));
            entries.addAll(versions);
            entries.addAll(versions);
            // Redis trims by time alone, and sorts by time and id.
            newest.put(new MessagePosition(sentAt, 0, "m" + i), versionsOf(versions));
        }
        while (newest.size() > 3) {
            long oldest = newest.firstKey().sentAt();
            newest.keySet().removeIf(position -> position.sentAt() == oldest);
        }

        ShuffledWrites.of(entries, random).to(server.settings(Map.of(RedisSettings.MESSAGES_MAX, "3")));

        assertThat(StoredConversation.read(redis, GENERAL).messageIds())
                .isEqualTo(
                        newest.keySet().stream().map(MessagePosition::messageId).toList());
        newest.forEach((place, versions) -> {
            MessageBody stored = stored(place.messageId());
            assertThat(Optional.of(stored.newest())).isEqualTo(versions.shown());
            assertThat(stored.position(place.messageId())).isEqualTo(versions.position());
        });
        assertThat(redis.hlen(RedisKeys.of(GENERAL).bodies())).isEqualTo(newest.size());
    }

    private static MessageVersions versionsOf(List<SinkEntry> entries) {
        MessageVersions versions = new MessageVersions();
        entries.stream().map(SinkEntry.Transcript.class::cast).forEach(entry -> {
            String id = entry.event().messageId().orElseThrow();
            versions.add(
                    Revision.of(entry.event(), entry.value()),
                    new MessagePosition(
                            entry.placement().sentAt(), entry.placement().order(), id));
        });
        return versions;
    }

    private static MessageBody stored(String messageId) {
        return MessageBody.decode(
                redis.hget(RedisKeys.of(GENERAL).bodies(), messageId.getBytes(StandardCharsets.UTF_8)));
    }
}
