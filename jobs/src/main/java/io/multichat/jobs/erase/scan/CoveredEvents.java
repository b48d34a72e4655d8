package io.multichat.jobs.erase.scan;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.reading.audit.AuditSink;
import io.multichat.reading.audit.StoreAudit;
import io.multichat.reading.erase.EntryCounts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts what a store holds of what some markers cover, by reading everything in it. Edits and deletes of a covered message count too,
 * whoever made them. Memory grows with the messages of the markers' conversations that are erased or edited. For one store and one thread.
 */
public final class CoveredEvents implements AuditSink {
    private static final EventDecoder DECODER = new EventDecoder();

    private final Map<Conversation, List<ErasureMarker>> markers;
    private final Set<Message> coveredMessages = new HashSet<>();
    /** The number of edits and deletes by others, by message. */
    private final Map<Message, Long> revisions = new HashMap<>();

    private EntryCounts counts = EntryCounts.NONE;

    private record Message(Conversation conversation, String messageId) {}

    private CoveredEvents(Map<Conversation, List<ErasureMarker>> markers) {
        this.markers = markers;
    }

    /**
     * Reads a store.
     *
     * @throws io.multichat.reading.StoreException if the store cannot be read
     */
    public static EntryCounts in(StoreAudit store, Map<Conversation, List<ErasureMarker>> markers) {
        CoveredEvents covered = new CoveredEvents(markers);
        store.read(covered);
        return covered.counts();
    }

    @Override
    public void accepted(byte[] value, long sentAt, long order) {
        ChatEvent event = DECODER.decode(value);
        List<ErasureMarker> here = markers.getOrDefault(event.conversation(), List.of());
        // Commands have no content, and what erasures leave stays.
        if (here.isEmpty() || event.type().isCommand() || isRemainder(event, value)) {
            return;
        }
        if (here.stream().anyMatch(marker -> marker.covers(event, sentAt))) {
            add(event);
        } else if (event.type().revisesMessage()) {
            revisions.merge(message(event), 1L, Long::sum);
        }
    }

    @Override
    public void session(SessionSnapshot snapshot) {
        // Snapshots have no content.
    }

    @Override
    public void boundary(String conversation, long instant) {
        // Boundaries have no content.
    }

    private boolean isRemainder(ChatEvent event, byte[] value) {
        boolean remainder = ErasedEvent.isRemainder(event, value);
        if (remainder && event.type() == EventType.MESSAGE_CREATED) {
            coveredMessages.add(message(event));
        }
        return remainder;
    }

    private void add(ChatEvent event) {
        if (event.type() == EventType.MESSAGE_CREATED) {
            coveredMessages.add(message(event));
        }
        if (event.type().revisesMessage()) {
            counts = counts.plus(EntryCounts.REVISION);
        } else {
            counts = counts.plus(event.type().isOfMessage() ? EntryCounts.MESSAGE : EntryCounts.EVENT);
        }
    }

    private EntryCounts counts() {
        long byOthers = revisions.entrySet().stream()
                .filter(each -> coveredMessages.contains(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return counts.plus(new EntryCounts(0, byOthers, 0));
    }

    private static Message message(ChatEvent event) {
        return new Message(event.conversation(), event.messageId().orElseThrow());
    }
}
