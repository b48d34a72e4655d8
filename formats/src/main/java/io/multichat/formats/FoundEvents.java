package io.multichat.formats;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.EventType;
import io.multichat.events.GivenContent;
import io.multichat.events.InvalidEventException;
import io.multichat.events.codec.EventEncoder;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Passes on what a reader finds in one file: encodes events, derives missing ids, and turns what cannot become an event into a
 * refusal. Used by one thread.
 */
public final class FoundEvents {
    private final EventSink sink;
    private final ReadOptions options;
    private final Optional<String> file;
    private final EventEncoder encoder = new EventEncoder();
    private final DerivedIds ids = new DerivedIds();

    /** @param file the name of the file in places; empty when only one file is read */
    public FoundEvents(EventSink sink, ReadOptions options, Optional<String> file) {
        this.sink = sink;
        this.options = options;
        this.file = file;
    }

    /** What the user said about the source. */
    public ReadOptions options() {
        return options;
    }

    /** Runs a step; what it throws for a faulty message becomes a refusal of this place. */
    public void at(EventPlace place, FoundStep step) {
        try {
            step.run();
        } catch (RefusedException
                | InvalidEventException
                | DateTimeException
                | NumberFormatException
                | ArithmeticException e) {
            refused(place, e.getMessage());
        }
    }

    /**
     * Passes on a message or a system line.
     *
     * @return the message with its id, for edits, reactions and replies
     */
    public FoundMessage message(EventPlace place, FoundMessage message) {
        return participant(place, EventType.MESSAGE_CREATED, message);
    }

    /**
     * Passes on a message, or a join or a leave, as an event of this type.
     *
     * @return the message with its id
     */
    public FoundMessage participant(EventPlace place, EventType type, FoundMessage message) {
        String id = message.id().orElseGet(() -> ids.id(message));
        boolean created = type == EventType.MESSAGE_CREATED;
        event(
                place,
                new ChatEvent(
                        type,
                        message.conversation(),
                        created ? Optional.of(id) : Optional.empty(),
                        Optional.of(message.sender()),
                        message.at(),
                        OptionalLong.of(ids.order(message)),
                        created ? Optional.empty() : Optional.of(id),
                        message.content()));
        return message.withId(id);
    }

    /** Passes on any event. Half surrogate pairs in its text are replaced, because they cannot be encoded. */
    public void event(EventPlace place, ChatEvent event) {
        byte[] value = encoder.encode(new ChatEvent(
                event.type(),
                event.conversation(),
                event.messageId(),
                event.sender(),
                event.at(),
                event.order(),
                event.eventId(),
                encodable(event.content())));
        if (value.length > options.maxEventBytes()) {
            refused(place, "larger than event.max.bytes");
        } else {
            sink.event(new FileEvent(located(place), Optional.of(value)));
        }
    }

    /** Reports a place that does not become an event. */
    public void refused(EventPlace place, String reason) {
        sink.refused(new Refusal(located(place), reason));
    }

    /** Reports something that the file does not say and that the reader assumes, as one sentence. */
    public void assumed(String sentence) {
        sink.assumed(sentence);
    }

    private EventPlace located(EventPlace place) {
        return file.map(place::in).orElse(place);
    }

    private static Content encodable(Content content) {
        return new GivenContent(
                content.text().map(WellFormed::text),
                content.emoji(),
                content.replyTo(),
                content.parts(),
                content.attributes());
    }
}
