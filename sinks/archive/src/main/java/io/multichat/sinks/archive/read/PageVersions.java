package io.multichat.sinks.archive.read;

import io.multichat.events.MessagePosition;
import io.multichat.events.MessageVersions;
import io.multichat.reading.StoredMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of the messages on a page; {@link MessageVersions} decides which of them shows. Used by one thread. */
final class PageVersions {
    private final PagePositions positions;
    private final Map<String, MessageVersions> byId = new HashMap<>();

    PageVersions(PagePositions positions) {
        this.positions = positions;
        positions.inOrder().forEach(position -> byId.put(position.messageId(), new MessageVersions()));
    }

    /** Adds a version. Every version in the session must be added; those of other messages are ignored. */
    void add(ArchivedVersion version) {
        MessageVersions versions = byId.get(version.position().messageId());
        if (versions != null) {
            versions.add(version.revision(), version.position());
        }
    }

    /** The messages in the direction of reading, without those whose final position is another one. */
    List<StoredMessage> messages() {
        List<StoredMessage> messages = new ArrayList<>();
        for (MessagePosition position : positions.inOrder()) {
            MessageVersions versions = byId.get(position.messageId());
            if (versions.position().equals(Optional.of(position))) {
                messages.add(StoredMessage.of(position, versions.message().orElseThrow()));
            }
        }
        return messages;
    }
}
