package io.multichat.jobs.verify;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.ErasureMarker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the stores hold of a transcript that still has what was erased. All commands are learned first; then events are passed in the
 * order of the log, where the creation of a message precedes its edits.
 */
final class LogErasure {
    private static final EventDecoder DECODER = new EventDecoder();

    private final Map<Conversation, List<ErasureMarker>> markers = new HashMap<>();
    private final Map<Conversation, Set<String>> erasedMessages = new HashMap<>();

    /** Learns what a command erases; other events are ignored. */
    void learn(byte[] value, Placement placement) {
        if (placement.kind().isCommand()) {
            ChatEvent event = DECODER.decode(value);
            ErasureMarker.of(event, placement)
                    .ifPresent(marker -> markers.computeIfAbsent(event.conversation(), key -> new ArrayList<>())
                            .add(marker));
        }
    }

    /** The event, its remainder, or nothing. */
    Optional<byte[]> rest(byte[] value, Placement placement) {
        if (markers.isEmpty()) {
            return Optional.of(value);
        }
        ChatEvent event = DECODER.decode(value);
        List<ErasureMarker> covering = markers.getOrDefault(event.conversation(), List.of()).stream()
                .filter(marker -> marker.covers(event, placement.sentAt()))
                .toList();
        if (!covering.stream().allMatch(marker -> marker.leavesRemainder(event))) {
            return Optional.empty();
        }
        Set<String> erased = erasedMessages.computeIfAbsent(event.conversation(), key -> new HashSet<>());
        if (!covering.isEmpty() && event.type() == EventType.MESSAGE_CREATED) {
            erased.add(event.messageId().orElseThrow());
        }
        boolean ofErased =
                event.type().isOfMessage() && erased.contains(event.messageId().orElseThrow());
        return Optional.of(covering.isEmpty() && !ofErased ? value : ErasedEvent.of(event));
    }
}
