package io.multichat.jobs.client;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.ErasureMarker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is left of the events of topics that still have what was erased. All commands are learned first; then events are passed in the
 * order of the log, where the creation of a message precedes its edits. Used by one thread.
 */
public final class LogErasure {
    private static final EventDecoder DECODER = new EventDecoder();
    // An edit in an input topic does not say when its message was sent; this is before all sessions.
    private static final long UNKNOWN_TIME = 0;

    private final Map<Conversation, ConversationErasures> erasures = new HashMap<>();
    /** The times of the messages that are only remainders, or become some. */
    private final Map<Message, Long> erased = new HashMap<>();

    private final Set<Message> gone = new HashSet<>();

    private record Message(Conversation conversation, String id) {}

    /**
     * Learns what an accepted command erases, and which message is only a remainder: its creation may have expired from the topics, while
     * they still have edits of it. Other events are ignored.
     */
    public void learn(byte[] value, Placement placement) {
        if (placement.kind().isCommand()) {
            ChatEvent event = DECODER.decode(value);
            ErasureMarker.of(event, placement)
                    .ifPresent(
                            marker -> erasures.computeIfAbsent(event.conversation(), key -> new ConversationErasures())
                                    .add(marker));
        } else if (placement.kind() == EventType.MESSAGE_CREATED) {
            learnMessage(value, placement.sentAt());
        }
    }

    private void learnMessage(byte[] value, long sentAt) {
        try {
            ChatEvent event = DECODER.decode(value);
            if (ErasedEvent.isMessage(event, value)) {
                message(event).ifPresent(message -> erased.put(message, sentAt));
            }
        } catch (InvalidEventException e) {
            // Passed on as it is.
        }
    }

    /**
     * The accepted event, its remainder, or nothing.
     *
     * @throws io.multichat.events.InvalidEventException if it is not an event
     */
    public Optional<byte[]> rest(byte[] value, Placement placement) {
        return erasures.isEmpty() ? Optional.of(value) : rest(value, DECODER.decode(value), placement.sentAt());
    }

    /**
     * The record of an input topic, its remainder, or nothing. A record that is not an event is left as it is.
     */
    public Optional<byte[]> restOfInput(byte[] value) {
        if (erasures.isEmpty()) {
            return Optional.of(value);
        }
        try {
            ChatEvent event = DECODER.decode(value);
            return rest(value, event, event.type().revisesMessage() ? UNKNOWN_TIME : event.at());
        } catch (InvalidEventException e) {
            return Optional.of(value);
        }
    }

    private Optional<byte[]> rest(byte[] value, ChatEvent event, long sentAt) {
        ConversationErasures here = erasures.get(event.conversation());
        if (here == null) {
            return Optional.of(value);
        }
        List<ErasureMarker> covering = here.covering(event, sentAt);
        Optional<Message> message = message(event);
        if (!covering.stream().allMatch(marker -> marker.leavesRemainder(event))) {
            // The time of an accepted edit or delete is that of its message, so the message is gone, too.
            message.filter(id -> sentAt > UNKNOWN_TIME).ifPresent(gone::add);
            return Optional.empty();
        }
        if (message.filter(gone::contains).isPresent()) {
            return Optional.empty();
        }
        if (!covering.isEmpty()) {
            message.filter(id -> event.type() == EventType.MESSAGE_CREATED).ifPresent(id -> erased.put(id, sentAt));
        }
        boolean remains = covering.isEmpty()
                && message.map(erased::get).filter(here::mayHaveRemainder).isEmpty();
        return Optional.of(remains ? value : ErasedEvent.of(event));
    }

    private static Optional<Message> message(ChatEvent event) {
        return event.messageId()
                .filter(id -> event.type().isOfMessage())
                .map(id -> new Message(event.conversation(), id));
    }
}
