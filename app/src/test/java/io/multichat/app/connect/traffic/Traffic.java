package io.multichat.app.connect.traffic;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.codec.SnapshotEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An endless sequence of records for {@code chat-transcript} and {@code chat-sessions}, with everything that may occur:
 * edits, deletes, late messages, revisions before their message, repeated messages, erasures, merges, old snapshots after new ones,
 * and poison. Only in half of the rooms something is erased, because Redis then drops everything up to that time. The same seed gives the
 * same records; another seed has rooms of its own, because it does not know what was erased. For one thread.
 */
public final class Traffic {
    private static final int ROOMS = 60;
    private static final int ERASES = 999;
    private static final long BEGIN = 1_717_243_200_000L;
    private static final EventEncoder EVENTS = new EventEncoder();
    private static final SnapshotEncoder SNAPSHOTS = new SnapshotEncoder();

    private final Random random;
    private final int partitions;
    private final Poison poison;
    private final List<Room> rooms = new ArrayList<>();
    private final List<RoomSessions> sessions = new ArrayList<>();

    /** @param partitions number of partitions of each topic */
    public Traffic(long seed, int partitions) {
        this.random = new Random(seed);
        this.partitions = partitions;
        this.poison = new Poison(random, partitions);
        for (int i = 0; i < ROOMS; i++) {
            Conversation conversation =
                    Conversation.of("irc", "#room 'é' " + seed + "." + i, i % 3 == 0 ? "t/" + i : null);
            EventSource source = new EventSource(conversation, random);
            RoomMessages messages = new RoomMessages(source, random, BEGIN);
            rooms.add(new Room(conversation, source, messages, random));
            sessions.add(new RoomSessions(conversation, messages, random));
        }
    }

    public ProducerRecord<byte[], byte[]> next() {
        // Small numbers are more frequent, so that some rooms are busy.
        int room = (int) (ROOMS * random.nextDouble() * random.nextDouble());
        int choice = random.nextInt(1_000);
        if (choice < 2) {
            return poison.next();
        }
        if (choice == ERASES && room % 2 == 1) {
            return record(rooms.get(room).erasure());
        }
        return choice < 120 ? record(sessions.get(room).next()) : record(event(rooms.get(room), choice));
    }

    private static Accepted event(Room room, int choice) {
        if (choice < 200) {
            return room.revision(EventType.MESSAGE_EDITED);
        }
        if (choice < 230) {
            return room.revision(EventType.MESSAGE_DELETED);
        }
        if (choice < 260) {
            return room.other(choice < 245 ? EventType.REACTION_ADDED : EventType.REACTION_REMOVED);
        }
        if (choice < 280) {
            return room.other(choice < 270 ? EventType.PARTICIPANT_JOINED : EventType.PARTICIPANT_LEFT);
        }
        if (choice < 285) {
            return room.end();
        }
        if (choice < 290) {
            return room.again();
        }
        return choice < 293 ? room.messageAgain() : room.message();
    }

    private ProducerRecord<byte[], byte[]> record(Accepted accepted) {
        Conversation conversation = accepted.event().conversation();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.TRANSCRIPT,
                conversation.partition(partitions),
                conversation.keyBytes(),
                EVENTS.encode(accepted.event()));
        accepted.placement().writeTo(record.headers(), record.key(), record.value());
        return record;
    }

    private ProducerRecord<byte[], byte[]> record(SessionSnapshot snapshot) {
        return new ProducerRecord<>(
                Topics.SESSIONS,
                snapshot.conversation().partition(partitions),
                snapshot.sessionId().toString().getBytes(StandardCharsets.US_ASCII),
                SNAPSHOTS.encode(snapshot));
    }
}
