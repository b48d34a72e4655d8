package io.multichat.sinks.redis.testing;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.read.RedisSessionReader;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.write.RedisSinkStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Batches with a message and a snapshot of each of sixty conversations: enough to reach every master of a Cluster. */
public final class ManyConversations {
    public static final List<Conversation> ALL = IntStream.range(0, 60)
            .mapToObj(number -> Conversation.of("slack", "channel-" + number))
            .toList();

    private static final long NOON = 1_700_000_000_000L;

    private ManyConversations() {}

    /** A batch with the message {@code m<number>} of each conversation. */
    public static List<SinkEntry> batch(int number) {
        List<SinkEntry> entries = new ArrayList<>();
        for (Conversation conversation : ALL) {
            Entries make = new Entries(conversation);
            entries.add(make.created("m" + number, NOON + number, number, "text"));
            entries.add(make.snapshot(session(conversation)));
        }
        return entries;
    }

    /** Writes the first batch. */
    public static void write(RedisSettings settings) {
        try (RedisSinkStore store = new RedisSinkStore(settings, () -> 0)) {
            store.write(batch(1));
        }
    }

    /** The session of a conversation, which counts the message {@code m1} alone. */
    public static SessionSnapshot session(Conversation conversation) {
        return Sessions.open(conversation, NOON + 1, NOON + 1, 1);
    }

    /** The message ids in the session of each conversation, as a reader with those settings returns them. */
    public static List<Optional<List<String>>> idsRead(Map<String, String> properties) {
        PageRequest all = new PageRequest(Optional.empty(), 100, PageRequest.Direction.FORWARD);
        try (RedisSessionReader reader = RedisSessionReader.of(properties)) {
            return ALL.stream()
                    .map(conversation -> reader.session(session(conversation).sessionId())
                            .flatMap(session -> reader.messages(session, all))
                            .map(MessagePage::messages)
                            .map(messages -> messages.stream()
                                    .map(message -> message.position().messageId())
                                    .toList()))
                    .toList();
        }
    }
}
