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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the commands of a log erase, computed from the set of all records. */
final class Erasures {
    private static final EventDecoder DECODER = new EventDecoder();

    private final Map<Conversation, List<ErasureMarker>> markers = new HashMap<>();
    private final List<SinkEntry.Transcript> creations = new ArrayList<>();

    /** Takes note of a command or a creation. */
    void learn(SinkEntry entry) {
        if (entry instanceof SinkEntry.Erasure erasure) {
            markers.computeIfAbsent(erasure.command().event().conversation(), key -> new ArrayList<>())
                    .add(erasure.marker());
        }
        if (entry instanceof SinkEntry.Transcript transcript
                && transcript.event().type() == EventType.MESSAGE_CREATED) {
            creations.add(transcript);
        }
    }

    /** What is left of an entry of the transcript once everything is erased; empty if nothing is left. */
    Optional<SinkEntry.Transcript> rest(SinkEntry entry) {
        if (entry instanceof SinkEntry.Erasure erasure) {
            return Optional.of(erasure.command());
        }
        SinkEntry.Transcript transcript = (SinkEntry.Transcript) entry;
        boolean covered = covers(transcript, true) || covers(transcript, false);
        if (covered && transcript.event().type() == EventType.SESSION_ENDED) {
            return Optional.of(remainder(transcript));
        }
        if (covers(transcript, true) || (covered && !transcript.event().type().isOfMessage())) {
            return Optional.empty();
        }
        return Optional.of(covered || isOfErased(transcript) ? remainder(transcript) : transcript);
    }

    /** The last time that any command covers in a conversation; -1 without one. */
    long until(Conversation conversation) {
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
        return markers.getOrDefault(entry.event().conversation(), List.of()).stream()
                .filter(marker -> marker.removesMessages() == removing)
                .anyMatch(
                        marker -> marker.covers(entry.event(), entry.placement().sentAt()));
    }

    /** True for a version of a message whose author was erased. */
    private boolean isOfErased(SinkEntry.Transcript entry) {
        ChatEvent event = entry.event();
        return event.type().isOfMessage()
                && creations.stream()
                        .filter(creation -> creation.event().conversation().equals(event.conversation()))
                        .filter(creation -> creation.event().messageId().equals(event.messageId()))
                        .anyMatch(creation -> covers(creation, false));
    }

    private static SinkEntry.Transcript remainder(SinkEntry.Transcript entry) {
        byte[] value = ErasedEvent.of(entry.event());
        return new SinkEntry.Transcript(entry.origin(), value, DECODER.decode(value), entry.placement());
    }
}
