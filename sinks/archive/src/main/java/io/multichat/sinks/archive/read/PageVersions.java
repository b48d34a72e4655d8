package io.multichat.sinks.archive.read;

import io.multichat.events.MessagePosition;
import io.multichat.events.versions.MessageVersions;
import io.multichat.events.versions.Revision;
import io.multichat.reading.MessagePage;
import io.multichat.reading.StoredMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The versions of the messages on a page; {@link MessageVersions} decides which of them shows. When they exceed the size of a page,
 * the last messages are dropped. Used by one thread.
 */
final class PageVersions {
    private final SortedSet<MessagePosition> positions;
    private final Map<String, MessageVersions> byId = new HashMap<>();
    private final Map<String, MessagePosition> leastOfDropped = new HashMap<>();
    private final List<MessagePosition> dropped = new ArrayList<>();
    private long bytes;

    PageVersions(PagePositions positions) {
        this.positions = positions.inOrder();
        this.positions.forEach(position -> byId.put(position.messageId(), new MessageVersions()));
    }

    /** Adds a version. Every version in the session must be added; those of other messages are ignored. */
    void add(ArchivedVersion version) {
        String id = version.position().messageId();
        MessageVersions versions = byId.get(id);
        if (versions != null) {
            bytes -= size(versions);
            versions.add(version.revision(), version.position());
            bytes += size(versions);
            while (bytes > MessagePage.MAX_BYTES && positions.size() > 1) {
                dropLast();
            }
        } else if (version.revision().isCreation()) {
            leastOfDropped.computeIfPresent(id, (key, least) -> least(least, version.position()));
        }
    }

    /** The messages in the direction of reading, without those whose final position is another one. */
    List<StoredMessage> messages() {
        List<StoredMessage> messages = new ArrayList<>();
        for (MessagePosition position : positions) {
            MessageVersions versions = byId.get(position.messageId());
            if (versions.position().equals(Optional.of(position))) {
                messages.add(StoredMessage.of(position, versions.message().orElseThrow()));
            }
        }
        return messages;
    }

    /** True if a message was dropped that follows the others. */
    boolean isCutOff() {
        return dropped.stream().anyMatch(position -> position.equals(least(position.messageId())));
    }

    private void dropLast() {
        MessagePosition last = positions.last();
        positions.remove(last);
        dropped.add(last);
        String id = last.messageId();
        // A message that was created twice may have another position on the page.
        if (positions.stream().noneMatch(position -> position.messageId().equals(id))) {
            MessageVersions versions = byId.remove(id);
            bytes -= size(versions);
            leastOfDropped.put(id, versions.position().orElse(last));
        }
    }

    private MessagePosition least(String messageId) {
        MessageVersions held = byId.get(messageId);
        return held == null ? leastOfDropped.get(messageId) : held.position().orElseThrow();
    }

    private static MessagePosition least(MessagePosition one, MessagePosition other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The total size of the events that are held. */
    private static long size(MessageVersions versions) {
        Revision shown = versions.shown().orElse(null);
        Revision creation = versions.creation().orElse(null);
        long size = shown == null ? 0 : shown.value().length;
        return creation == null || creation == shown ? size : size + creation.value().length;
    }
}
