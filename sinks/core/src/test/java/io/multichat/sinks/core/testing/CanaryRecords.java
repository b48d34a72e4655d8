package io.multichat.sinks.core.testing;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.events.text.Rfc3339;
import io.multichat.sinks.core.testing.SinkRecords.At;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A chat in which everything that must go when a person is erased contains {@link #CANARY}, whatever field it is in, and everything
 * that others said contains {@link #ROBIN}.
 */
public final class CanaryRecords {
    public static final String CANARY = "canarybird";
    public static final String ROBIN = "robinbird";
    public static final Conversation HERE = Conversation.of("irc", "#birds");
    public static final long NOON = 1_772_366_400_000L;
    private static final String PERSON =
            "\"sender\":{\"id\":\"canarybird-id\",\"name\":\"Canarybird\",\"nick\":\"canarybird\"}";
    private static final String OTHER = "\"sender\":{\"id\":\"robinbird-id\",\"name\":\"Robinbird\"}";
    private static final String CONTENT =
            "\"text\":\"a canarybird sings\",\"parts\":[{\"type\":\"attachment\",\"url\":\"canarybird\"}],"
                    + "\"attributes\":{\"canarybird\":\"canarybird\"},\"unknown\":[\"canarybird\"]";

    private CanaryRecords() {}

    /** The chat, from offset 0; the last record has the offset 8. */
    public static List<SinkRecord> chat() {
        return List.of(
                record(0, NOON, "\"messageId\":\"m0\"," + OTHER + ",\"sentAt\":\"%s\",\"text\":\"a robinbird sings\""),
                record(
                        1,
                        NOON + 1_000,
                        "\"messageId\":\"m1\"," + PERSON + ",\"sentAt\":\"%s\",\"replyTo\":\"canarybird\"," + CONTENT),
                record(2, NOON + 1_000, edit("m1", PERSON) + CONTENT),
                record(3, NOON + 1_000, edit("m1", OTHER) + "\"text\":\"a canarybird, quoted by an editor\""),
                record(4, NOON, edit("m0", PERSON) + "\"text\":\"a canarybird instead\""),
                record(5, NOON + 2_000, reaction("reaction.added") + PERSON + ",\"emoji\":\"canarybird\""),
                record(6, NOON + 3_000, "\"type\":\"participant.joined\",\"sentAt\":\"%s\"," + PERSON),
                record(7, NOON + 4_000, reaction("reaction.added") + OTHER + ",\"emoji\":\"robinbird\""),
                record(
                        8,
                        NOON + 5_000,
                        "\"messageId\":\"m2\"," + OTHER + ",\"sentAt\":\"%s\",\"text\":\"robinbird too\""));
    }

    /** Messages of the person and of others, and longer edits of them in another order, so that their rows move; from offset 0. */
    public static List<SinkRecord> growingChat(int messages) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, messages).boxed().toList());
        List<SinkRecord> records = new ArrayList<>();
        for (int i : order) {
            String text = "\"text\":\"" + (i % 2 == 0 ? CANARY : ROBIN).repeat(1 + i % 20) + "\"";
            records.add(
                    record(i, NOON + i, "\"messageId\":\"g" + i + "\"," + sender(i) + ",\"sentAt\":\"%s\"," + text));
        }
        Collections.shuffle(order, new Random(messages));
        for (int i : order) {
            String text = "\"text\":\"" + (i % 2 == 0 ? CANARY : ROBIN).repeat(20 + i % 60) + "\"";
            records.add(record(records.size(), NOON + i, edit("g" + i, sender(i)) + text));
        }
        return records;
    }

    /** Erases the person up to a minute after noon. */
    public static SinkRecord personErased(long offset) {
        return record(
                offset,
                NOON + 60_000,
                "\"type\":\"participant.erased\",\"sentAt\":\"%s\",\"attributes\":{\"participant\":\""
                        + ParticipantHash.of(HERE, "canarybird-id").hex() + "\"}");
    }

    /** Deletes the session from noon until a time. */
    public static SinkRecord sessionDeleted(long offset, long until) {
        SessionId session = SessionId.of(NOON, HERE.hash());
        byte[] value = value(
                NOON + 60_000,
                "\"type\":\"session.deleted\",\"sentAt\":\"%s\",\"attributes\":{\"session\":\"" + session + "\"}");
        return SinkRecords.accepted(
                new At(0, offset),
                HERE,
                value,
                new Placement(Optional.of(session), NOON, offset, EventType.SESSION_DELETED, OptionalLong.of(until)));
    }

    private static String sender(int number) {
        return number % 2 == 0 ? PERSON : OTHER;
    }

    private static String edit(String messageId, String sender) {
        return "\"type\":\"message.edited\",\"messageId\":\"" + messageId + "\",\"editedAt\":\"%s\"," + sender + ",";
    }

    private static String reaction(String type) {
        return "\"type\":\"" + type + "\",\"messageId\":\"m0\",\"sentAt\":\"%s\",";
    }

    private static SinkRecord record(long offset, long sentAt, String fields) {
        byte[] value = value(sentAt, fields);
        EventType type = new EventDecoder().decode(value).type();
        return SinkRecords.accepted(
                new At(0, offset), HERE, value, new Placement(Optional.empty(), sentAt, offset, type));
    }

    private static byte[] value(long at, String fields) {
        String json = "{\"platform\":\"irc\",\"channel\":\"#birds\"," + fields.replace("%s", Rfc3339.format(at)) + "}";
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
