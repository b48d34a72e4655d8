package io.multichat.sinks.redis.testing;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.loop.EntryDecoder;
import io.multichat.sinks.core.testing.SinkRecords;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.connect.sink.SinkRecord;

/** Makes entries of one conversation, decoded from records as a worker delivers them. */
public record Entries(Conversation conversation) {
    private static final EntryDecoder DECODER = new EntryDecoder(SinkTopics.defaults());
    private static final SinkRecords.At ANYWHERE = new SinkRecords.At(0, 0);

    public SinkEntry created(String id, long sentAt, long order, String text) {
        return decode(SinkRecords.transcript(
                ANYWHERE,
                SinkRecords.message(conversation, id, sentAt, text),
                new Placement(Optional.empty(), sentAt, order, EventType.MESSAGE_CREATED)));
    }

    /** An edit with its own order, which must be ignored. */
    public SinkEntry edited(String id, long sentAt, long editedAt, String text) {
        return revised(EventType.MESSAGE_EDITED, id, new Times(sentAt, editedAt), Content.ofText(text));
    }

    public SinkEntry deleted(String id, long sentAt, long deletedAt) {
        return revised(EventType.MESSAGE_DELETED, id, new Times(sentAt, deletedAt), Content.NONE);
    }

    public SinkEntry snapshot(SessionSnapshot snapshot) {
        return decode(SinkRecords.snapshot(ANYWHERE, snapshot));
    }

    private SinkEntry revised(EventType type, String id, Times times, Content content) {
        ChatEvent event = new ChatEvent(
                type,
                conversation,
                Optional.of(id),
                Optional.empty(),
                times.revisedAt(),
                OptionalLong.empty(),
                Optional.empty(),
                content);
        return decode(SinkRecords.transcript(
                ANYWHERE, event, new Placement(Optional.empty(), times.sentAt(), 999_999, type)));
    }

    private static SinkEntry decode(SinkRecord record) {
        return DECODER.decode(record);
    }

    private record Times(long sentAt, long revisedAt) {}
}
