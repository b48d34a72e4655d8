package io.multichat.reading.details;

import io.multichat.events.MessagePosition;
import io.multichat.events.versions.Revision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects the versions of some messages, in any order, and holds at most {@link MessageDetails#MAX_BYTES} and one version of each
 * message. Not thread-safe.
 */
public final class VersionCollector {
    private final Map<String, TreeSet<Revision>> byId = new HashMap<>();
    private final Set<String> incomplete = new HashSet<>();
    private long bytes;

    /** @param messages those whose versions are collected */
    public VersionCollector(List<MessagePosition> messages) {
        messages.forEach(message -> byId.put(message.messageId(), new TreeSet<>()));
    }

    /** Adds a version, unless it is one of another message. */
    public void add(String messageId, Revision version) {
        TreeSet<Revision> versions = byId.get(messageId);
        if (versions == null || !versions.add(version)) {
            return;
        }
        bytes += version.value().length;
        while (bytes > MessageDetails.MAX_BYTES && versions.size() > 1) {
            bytes -= versions.pollFirst().value().length;
            incomplete.add(messageId);
        }
    }

    /** What was collected, by message id, without messages of which nothing was found. */
    public Map<String, Versions> collected() {
        Map<String, Versions> collected = new HashMap<>();
        byId.forEach((id, versions) -> {
            if (!versions.isEmpty()) {
                collected.put(id, new Versions(List.copyOf(versions), !incomplete.contains(id)));
            }
        });
        return collected;
    }
}
