package io.multichat.sinks.redis.testing;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.events.versions.ShownMessage;
import io.multichat.sinks.core.conformance.Lines;
import io.multichat.sinks.redis.layout.MessageBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import redis.clients.jedis.UnifiedJedis;

/** The contents of the keys of all conversations. */
record KeyContents(UnifiedJedis redis) {
    private static final EventDecoder EVENTS = new EventDecoder();
    private static final SnapshotDecoder SNAPSHOTS = new SnapshotDecoder();

    List<String> messages() {
        List<String> lines = new ArrayList<>();
        for (Conversation conversation : conversations()) {
            StoredConversation.read(redis, conversation).bodies().forEach((id, body) -> {
                MessageBody stored = MessageBody.decode(body.getBytes(StandardCharsets.UTF_8));
                byte[] newest = stored.newest().value();
                byte[] shown = stored.message().map(ShownMessage::event).orElse(newest);
                lines.add(Lines.of(
                        conversation.key(),
                        id,
                        stored.sentAt(),
                        stored.position(id).map(MessagePosition::order),
                        stored.newest().isDelete(),
                        EVENTS.decode(shown).content().text(),
                        newest));
            });
        }
        return lines;
    }

    List<String> sessions() {
        List<String> lines = new ArrayList<>();
        for (Conversation conversation : conversations()) {
            StoredConversation.read(redis, conversation)
                    .sessions()
                    .values()
                    .forEach(json -> lines.add(Lines.of(snapshot(json))));
        }
        return lines;
    }

    /** Keys that never expire, and indexes that do not match the hashes. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (String key : redis.keys("mc:{*")) {
            if (redis.pttl(key) < 0) {
                faults.add(key + " never expires");
            }
        }
        for (Conversation conversation : conversations()) {
            StoredConversation stored = StoredConversation.read(redis, conversation);
            TreeMap<String, Double> places = new TreeMap<>();
            stored.bodies().forEach((id, body) -> places.put(id, Double.valueOf(body.split(" ", 4)[2])));
            stored.messages().forEach(place -> places.remove(place.getElement(), place.getScore()));
            places.keySet().forEach(id -> faults.add(id + " is not indexed by its time"));
            TreeMap<String, Double> starts = new TreeMap<>();
            stored.sessions().values().stream()
                    .map(KeyContents::snapshot)
                    .filter(session -> session.status().isLive())
                    .forEach(session -> starts.put(session.sessionId().toString(), (double)
                            session.span().startedAt()));
            stored.order().forEach(start -> starts.remove(start.getElement(), start.getScore()));
            starts.keySet().forEach(id -> faults.add(id + " is not indexed by its start"));
        }
        return faults;
    }

    private List<Conversation> conversations() {
        return redis.keys("mc:{*}:conversations").stream()
                .flatMap(key -> redis.smembers(key).stream())
                .map(Conversation::ofKey)
                .toList();
    }

    private static SessionSnapshot snapshot(String json) {
        return SNAPSHOTS.decode(json.getBytes(StandardCharsets.UTF_8));
    }
}
