package io.multichat.sinks.archive.testing;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.MessagePosition;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.text.Rfc3339;
import io.multichat.events.versions.MessageVersions;
import io.multichat.events.versions.Revision;
import io.multichat.events.versions.ShownMessage;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.core.testing.SinkRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Random chat over several days, in any order of arrival, and the answers that a reader must give. */
public final class ChatModel {
    static final int PARTITIONS = 3;
    private static final long HOUR = 3_600_000L;
    private static final EventDecoder DECODER = new EventDecoder();

    /** The newest snapshot of each session. */
    public final Map<SessionId, SessionSnapshot> sessions = new TreeMap<>();
    /** The messages of open and closed sessions, in their order. */
    public final Map<SessionId, List<StoredMessage>> messages = new HashMap<>();
    /** The ids of merged sessions, with the sessions that they now resolve to. */
    public final Map<SessionId, SessionId> merged = new HashMap<>();

    private final Random random;
    private final List<Arrival> arrivals = new ArrayList<>();

    private record Arrival(String topic, Conversation conversation, byte[] value, Placement placement) {}

    private record Version(MessagePosition position, Revision revision) {}

    public ChatModel(Random random) {
        this.random = random;
        for (int i = 0; i < 5; i++) {
            Conversation conversation = Conversation.of(i > 3 ? "irc" : "slack", "channel " + i);
            long time = Chat.NOON;
            for (int session = random.nextInt(3); session >= 0; session--) {
                time = session(conversation, time + HOUR + random.nextInt(2) * Chat.DAY, session == 0);
            }
        }
    }

    /** Appends everything to the partitions of its topics. */
    public void arriveIn(TestArchive archive) {
        Collections.shuffle(arrivals, random);
        for (Arrival next : arrivals) {
            TopicPartition source =
                    new TopicPartition(next.topic(), next.conversation().partition(PARTITIONS));
            SinkRecords.At at = new SinkRecords.At(source.partition(), archive.end(source));
            archive.add(
                    next.placement() == null
                            ? SinkRecords.raw(next.topic(), at, next.value())
                            : SinkRecords.transcript(at, next.conversation(), next.value(), next.placement()));
        }
    }

    private long session(Conversation conversation, long start, boolean last) {
        TreeMap<MessagePosition, ShownMessage> placed = new TreeMap<>();
        int creations = 0;
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            List<Version> versions = message(conversation, start, "m" + start + "-" + i);
            MessageVersions message = new MessageVersions();
            versions.forEach(version -> message.add(version.revision(), version.position()));
            placed.put(message.position().orElseThrow(), message.message().orElseThrow());
            creations += (int) versions.stream()
                    .filter(version -> version.revision().isCreation())
                    .count();
        }
        long first = placed.firstKey().sentAt();
        // An open session continues beyond its snapshot.
        long end = last && placed.size() > 3 ? first + HOUR / 4 : first + HOUR / 2;
        SessionStatus status =
                last ? SessionStatus.OPEN : SessionStatus.closed(end + HOUR, SessionStatus.ClosedBy.IDLE);
        SessionId id = SessionId.of(first + random.nextInt((int) HOUR / 5), conversation.hash());
        SessionSnapshot.Counts counts =
                new SessionSnapshot.Counts(last ? 1 : creations, 0, 0, 0, new SessionSnapshot.Participants(1, false));
        snapshots(id, conversation, status, new SessionSnapshot.Span(first, end), counts);
        messages.put(id, new ArrayList<>());
        placed.forEach((position, shown) -> messages.get(id).add(StoredMessage.of(position, shown)));
        for (int i = random.nextInt(3); i > 0; i--) {
            SessionId gone =
                    SessionId.of(id.t0() + 2 * random.nextInt((int) (end - id.t0()) / 2) + i, conversation.hash());
            merged.put(gone, id);
            snapshots(
                    gone, conversation, SessionStatus.mergedInto(id), new SessionSnapshot.Span(gone.t0(), end), counts);
        }
        return start + HOUR;
    }

    /** Creations (nearly always one), edits and deletes of one message. */
    private List<Version> message(Conversation conversation, long start, String id) {
        List<Version> versions = new ArrayList<>();
        for (int i = random.nextInt(6) == 0 ? 2 : 1; i > 0; i--) {
            MessagePosition position = new MessagePosition(start + random.nextInt(5) * 60_000L, random.nextInt(4), id);
            versions.add(new Version(position, event(conversation, position, EventType.MESSAGE_CREATED)));
        }
        MessagePosition place = versions.get(0).position();
        for (int i = random.nextInt(3); i > 0; i--) {
            EventType kind = random.nextInt(4) == 0 ? EventType.MESSAGE_DELETED : EventType.MESSAGE_EDITED;
            versions.add(new Version(place, event(conversation, place, kind)));
        }
        return versions;
    }

    private Revision event(Conversation conversation, MessagePosition place, EventType kind) {
        boolean created = kind == EventType.MESSAGE_CREATED;
        long at = created ? place.sentAt() : place.sentAt() + random.nextInt(3);
        String time = created ? "sentAt" : kind == EventType.MESSAGE_EDITED ? "editedAt" : "deletedAt";
        byte[] value = ("{\"attributes\":{\"messageId\":\"x\"},\"type\":\"" + kind.wireName() + "\",\"platform\":\""
                        + conversation.platform() + "\",\"channel\":\"" + conversation.channel() + "\",\"messageId\":\""
                        + place.messageId() + "\",\"sender\":{\"id\":\"ada\"},\"" + time + "\":\"" + Rfc3339.format(at)
                        + "\",\"text\":\"" + random.nextInt(1_000) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        arrivals.add(new Arrival(
                Topics.TRANSCRIPT,
                conversation,
                value,
                new Placement(Optional.empty(), place.sentAt(), place.order(), kind)));
        return Revision.of(DECODER.decode(value), value);
    }

    /** All versions of a session, the newest one as given. */
    private void snapshots(
            SessionId id,
            Conversation conversation,
            SessionStatus status,
            SessionSnapshot.Span span,
            SessionSnapshot.Counts counts) {
        for (int version = 1 + random.nextInt(3); version > 0; version--) {
            boolean newest = !sessions.containsKey(id);
            SessionSnapshot snapshot = new SessionSnapshot(
                    id,
                    conversation,
                    newest ? status : SessionStatus.OPEN,
                    newest ? span : new SessionSnapshot.Span(id.t0(), id.t0() + version),
                    counts,
                    "a",
                    "b",
                    Duration.ofMinutes(30),
                    new SessionSnapshot.Version(0, version));
            sessions.putIfAbsent(id, snapshot);
            arrivals.add(new Arrival(
                    Topics.SESSIONS,
                    conversation,
                    (byte[]) SinkRecords.snapshot(new SinkRecords.At(0, 0), snapshot)
                            .value(),
                    null));
        }
    }
}
