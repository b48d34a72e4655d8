package io.multichat.sinks.redis.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.Revision;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.testing.Entries;
import io.multichat.sinks.redis.testing.Sessions;
import io.multichat.sinks.redis.testing.StoredConversation;
import io.multichat.sinks.redis.testing.TestRedis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import redis.clients.jedis.UnifiedJedis;

class ConvergenceTest {
    private static final long NOON = 1_700_000_000_000L;
    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final Entries ENTRIES = new Entries(GENERAL);
    private static TestRedis server;
    private static UnifiedJedis redis;

    @BeforeContainer
    static void start() {
        server = TestRedis.start();
        redis = server.client();
    }

    @AfterContainer
    static void stop() throws IOException {
        redis.close();
        server.close();
    }

    @Provide
    Arbitrary<List<SinkEntry>> revisions() {
        Arbitrary<Long> times = Arbitraries.of(0L, 9L, 10L, NOON, NOON + 1);
        // Texts that differ late, early, by length, and by bytes that a locale or a signed comparison sorts otherwise.
        Arbitrary<String> texts =
                Arbitraries.of("", "a", "B", "é", "🧵", "x".repeat(64), "x".repeat(65), "x".repeat(200) + "\u0000");
        return times.flatMap(at -> texts.flatMap(
                        text -> Arbitraries.of(ENTRIES.edited("m", NOON, at, text), ENTRIES.deleted("m", NOON, at))))
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 300)
    void whateverTheOrderTheNewestRevisionShowsAtThePlaceOfTheCreation(
            @ForAll("revisions") List<SinkEntry> revisions, @ForAll Random random) {
        redis.flushAll();
        List<SinkEntry> entries = new ArrayList<>(revisions);
        entries.add(ENTRIES.created("m", NOON, 7, "created"));
        entries.addAll(revisions);
        Collections.shuffle(entries, random);

        writeInPieces(Map.of(), entries, random);

        Revision newest = entries.stream()
                .map(SinkEntry.Transcript.class::cast)
                .map(entry -> Revision.of(entry.event(), entry.value()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(StoredConversation.read(redis, GENERAL.key()).bodies())
                .containsExactlyEntriesOf(Map.of(
                        "m",
                        newest.rank() + " " + newest.at() + " " + NOON + " 7 "
                                + new String(newest.value(), StandardCharsets.UTF_8)));
    }

    @Property(tries = 200)
    void whateverTheOrderTheEarlierOfTwoCreationsGivesThePlace(
            @ForAll long oneOrder, @ForAll long otherOrder, @ForAll boolean sameTime, @ForAll Random random) {
        redis.flushAll();
        long otherTime = sameTime ? NOON : NOON + 1;
        List<SinkEntry> entries = new ArrayList<>(List.of(
                ENTRIES.created("m", NOON, oneOrder, "one"),
                ENTRIES.created("m", otherTime, otherOrder, "other"),
                ENTRIES.edited("m", NOON, NOON, "edited")));
        Collections.shuffle(entries, random);

        writeInPieces(Map.of(), entries, random);

        long order = sameTime ? Math.min(oneOrder, otherOrder) : oneOrder;
        assertThat(StoredConversation.read(redis, GENERAL.key()).bodies().get("m"))
                .startsWith("1 " + NOON + " " + NOON + " " + order + " {");
    }

    @Property(tries = 200)
    void whateverTheOrderTheNewestMessagesStayInTheirNewestRevisions(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> times, @ForAll Random random) {
        redis.flushAll();
        List<SinkEntry> entries = new ArrayList<>();
        TreeMap<MessagePosition, String> newest = new TreeMap<>();
        for (int i = 0; i < times.size(); i++) {
            SinkEntry edit = ENTRIES.edited("m" + i, NOON + times.get(i), NOON, "edited");
            SinkEntry created = ENTRIES.created("m" + i, NOON + times.get(i), i, "created");
            entries.addAll(List.of(created, edit, edit, created));
            newest.put(
                    new MessagePosition(NOON + times.get(i), 0, "m" + i),
                    "1 " + NOON + " " + (NOON + times.get(i)) + " " + i + " "
                            + new String(edit.value(), StandardCharsets.UTF_8));
        }
        while (newest.size() > 3) {
            newest.pollFirstEntry();
        }
        Collections.shuffle(entries, random);

        writeInPieces(Map.of(RedisSettings.MESSAGES_MAX, "3"), entries, random);

        StoredConversation stored = StoredConversation.read(redis, GENERAL.key());
        assertThat(stored.messageIds())
                .isEqualTo(
                        newest.keySet().stream().map(MessagePosition::messageId).toList());
        assertThat(stored.bodies().values()).containsExactlyInAnyOrderElementsOf(newest.values());
    }

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
    void whateverTheOrderTheNewestSnapshotStays(
            @ForAll("versions") List<SessionSnapshot.Version> versions, @ForAll Random random) {
        redis.flushAll();
        SessionSnapshot.Version newest = Collections.max(versions);
        List<SinkEntry> entries = new ArrayList<>(
                versions.stream().map(version -> ENTRIES.snapshot(at(version))).toList());
        Collections.shuffle(entries, random);

        writeInPieces(Map.of(), entries, random);

        StoredConversation stored = StoredConversation.read(redis, GENERAL.key());
        assertThat(stored.sessions().values())
                .containsExactly(new String(ENTRIES.snapshot(at(newest)).value(), StandardCharsets.UTF_8));
        assertThat(stored.order())
                .singleElement()
                .satisfies(listed -> assertThat(listed.getScore())
                        .isEqualTo((double) at(newest).span().startedAt()));
    }

    /** Each version begins elsewhere, as with late messages. */
    private static SessionSnapshot at(SessionSnapshot.Version version) {
        SessionSnapshot session = Sessions.with(Sessions.open(GENERAL, NOON, NOON, 1), version);
        long startedAt = NOON - 100L * version.generation() - version.counter() % 97;
        return Sessions.with(session, new SessionSnapshot.Span(startedAt, NOON), 1);
    }

    private static void writeInPieces(Map<String, String> settings, List<SinkEntry> entries, Random random) {
        try (RedisStore writer = new RedisStore(server.settings(settings), () -> 0)) {
            int from = 0;
            while (from < entries.size()) {
                int to = Math.min(entries.size(), from + 1 + random.nextInt(4));
                writer.write(entries.subList(from, to));
                from = to;
            }
        }
    }
}
