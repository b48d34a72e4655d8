package io.multichat.sinks.archive.erase;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.sinks.archive.segment.TranscriptLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What some erasures leave of the lines of a chain. The messages of erased participants are learned first, because the line of an edit
 * does not say who wrote the message. Used by one thread.
 */
final class LineErasure {
    private static final EventDecoder DECODER = new EventDecoder();

    private final List<Beginning> beginnings = new ArrayList<>();
    private final Map<Conversation, List<ErasureMarker>> markers = new HashMap<>();
    private final Set<Message> erased = new HashSet<>();

    private record Beginning(byte[] bytes) {}

    private record Message(Conversation conversation, String messageId) {}

    LineErasure(Collection<ErasureNote> notes) {
        for (ErasureNote note : notes) {
            if (!markers.containsKey(note.conversation())) {
                beginnings.add(new Beginning(TranscriptLine.beginning(note.conversation())));
            }
            markers.computeIfAbsent(note.conversation(), key -> new ArrayList<>())
                    .add(note.marker());
        }
    }

    /** True if the line is of a conversation in which something is erased; all other lines stay as they are. */
    boolean concerns(byte[] line) {
        for (Beginning beginning : beginnings) {
            if (startsWith(line, beginning.bytes())) {
                return true;
            }
        }
        return false;
    }

    /** Learns from a line whether it creates a message whose author is or was erased. */
    void learn(byte[] line) {
        TranscriptLine archived = TranscriptLine.decode(line);
        if (archived.placement().kind() == EventType.MESSAGE_CREATED) {
            ChatEvent event = DECODER.decode(archived.event());
            if (ErasedEvent.isMessage(event, archived.event())
                    || !covering(event, archived).isEmpty()) {
                erased.add(message(event));
            }
        }
    }

    /** What stays of a line: the array of the event itself if nothing changes, its remainder, or nothing. */
    Optional<byte[]> rest(TranscriptLine line) {
        ChatEvent event = DECODER.decode(line.event());
        List<ErasureMarker> covering = covering(event, line);
        if (!covering.stream().allMatch(marker -> marker.leavesRemainder(event))) {
            return Optional.empty();
        }
        if (covering.isEmpty() && !(event.type().isOfMessage() && erased.contains(message(event)))) {
            return Optional.of(line.event());
        }
        byte[] remainder = ErasedEvent.of(event);
        return Optional.of(Arrays.equals(remainder, line.event()) ? line.event() : remainder);
    }

    private List<ErasureMarker> covering(ChatEvent event, TranscriptLine line) {
        return markers.getOrDefault(line.conversation(), List.of()).stream()
                .filter(marker -> marker.covers(event, line.placement().sentAt()))
                .toList();
    }

    private static Message message(ChatEvent event) {
        return new Message(event.conversation(), event.messageId().orElseThrow());
    }

    private static boolean startsWith(byte[] line, byte[] beginning) {
        return line.length >= beginning.length
                && Arrays.equals(line, 0, beginning.length, beginning, 0, beginning.length);
    }
}
