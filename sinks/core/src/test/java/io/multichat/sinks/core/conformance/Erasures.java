package io.multichat.sinks.core.conformance;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.sinks.core.SinkEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the commands of a log erase, computed from the set of all records: first every record is given to {@link #learnCommand}, then
 * every record to {@link #learnAuthor}, and then {@link #rest} may be asked.
 */
public final class Erasures {
    private static final EventDecoder DECODER = new EventDecoder();

    private final Map<Conversation, List<ErasureMarker>> markers = new HashMap<>();
    /** The messages whose authors were erased. */
    private final Set<MessageKey> erased = new HashSet<>();

    /** Takes note of a command; ignores other events. */
    public void learnCommand(SinkEntry.Transcript entry) {
        ErasureMarker.of(entry.event(), entry.placement())
                .ifPresent(marker -> markers.computeIfAbsent(entry.conversation(), key -> new ArrayList<>())
                        .add(marker));
    }

    /** Takes note of a message whose author was erased; ignores other events. */
    public void learnAuthor(SinkEntry.Transcript entry) {
        if (entry.event().type() == EventType.MESSAGE_CREATED && covers(entry, false)) {
            erased.add(message(entry.event()));
        }
    }

    /** What is left of an event of the transcript once everything is erased; empty if nothing is left. */
    public Optional<SinkEntry.Transcript> rest(SinkEntry.Transcript entry) {
        ChatEvent event = entry.event();
        boolean removed = covers(entry, true);
        boolean covered = removed || covers(entry, false);
        if (covered && event.type() == EventType.SESSION_ENDED) {
            return Optional.of(remainder(entry));
        }
        if (removed || (covered && !event.type().isOfMessage())) {
            return Optional.empty();
        }
        boolean ofErased = event.type().isOfMessage() && erased.contains(message(event));
        return Optional.of(covered || ofErased ? remainder(entry) : entry);
    }

    /** The last time that any command covers in a conversation; -1 without one. */
    public long until(Conversation conversation) {
        return markers.getOrDefault(conversation, List.of()).stream()
                .mapToLong(ErasureMarker::until)
                .max()
                .orElse(-1);
    }

    /** True if a session of the conversation is deleted. */
    boolean delete(Conversation conversation) {
        return markers.getOrDefault(conversation, List.of()).stream().anyMatch(ErasureMarker::removesMessages);
    }

    private boolean covers(SinkEntry.Transcript entry, boolean removing) {
        return markers.getOrDefault(entry.conversation(), List.of()).stream()
                .filter(marker -> marker.removesMessages() == removing)
                .anyMatch(
                        marker -> marker.covers(entry.event(), entry.placement().sentAt()));
    }

    private static MessageKey message(ChatEvent event) {
        return new MessageKey(event.conversation().key(), event.messageId().orElseThrow());
    }

    private static SinkEntry.Transcript remainder(SinkEntry.Transcript entry) {
        byte[] value = ErasedEvent.of(entry.event());
        return new SinkEntry.Transcript(entry.origin(), value, DECODER.decode(value), entry.placement());
    }
}
