package io.multichat.sinks.sqlite.testing;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.Sender;
import io.multichat.sinks.core.testing.SinkRecords;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records about one conversation. */
public final class Chat {
    public static final Conversation GENERAL = Conversation.of("slack", "general");

    private Chat() {}

    public static SinkRecord created(long offset, String messageId, long sentAt, String text) {
        return SinkRecords.transcript(
                at(offset), SinkRecords.message(GENERAL, messageId, sentAt, text), SinkRecords.placed(sentAt, offset));
    }

    public static SinkRecord edited(long offset, String messageId, long sentAt, long editedAt, String text) {
        return revision(
                offset, EventType.MESSAGE_EDITED, messageId, new long[] {sentAt, editedAt}, Content.ofText(text));
    }

    public static SinkRecord deleted(long offset, String messageId, long sentAt, long deletedAt) {
        return revision(offset, EventType.MESSAGE_DELETED, messageId, new long[] {sentAt, deletedAt}, Content.NONE);
    }

    public static SinkRecord reaction(long offset, String messageId, long sentAt, String emoji) {
        ChatEvent event = new ChatEvent(
                EventType.REACTION_ADDED,
                GENERAL,
                Optional.of(messageId),
                Optional.of(Sender.user("bob")),
                sentAt,
                OptionalLong.empty(),
                Optional.empty(),
                Content.of(Optional.empty(), Optional.of(emoji), Optional.empty(), Optional.empty(), Optional.empty()));
        return SinkRecords.transcript(
                at(offset), event, new Placement(Optional.empty(), sentAt, offset, EventType.REACTION_ADDED));
    }

    public static SinkRecord ended(long offset, long sentAt, OptionalLong boundary) {
        ChatEvent event = new ChatEvent(
                EventType.SESSION_ENDED,
                GENERAL,
                Optional.empty(),
                Optional.empty(),
                sentAt,
                OptionalLong.empty(),
                Optional.empty(),
                Content.NONE);
        return SinkRecords.transcript(
                at(offset), event, new Placement(Optional.empty(), sentAt, offset, EventType.SESSION_ENDED, boundary));
    }

    public static SinkRecords.At at(long offset) {
        return new SinkRecords.At(0, offset);
    }

    /** @param times the time of the message, then the time of the revision */
    private static SinkRecord revision(long offset, EventType type, String messageId, long[] times, Content content) {
        ChatEvent event = new ChatEvent(
                type,
                GENERAL,
                Optional.of(messageId),
                Optional.empty(),
                times[1],
                OptionalLong.empty(),
                Optional.empty(),
                content);
        return SinkRecords.transcript(at(offset), event, new Placement(Optional.empty(), times[0], offset, type));
    }
}
