package io.multichat.topology.state.identities;

import io.multichat.events.text.WholeNumbers;
import io.multichat.topology.state.layers.StaleStateException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * The position of a store in its changelog, stored next to the identities as a text note: a line with the version of the stored
 * format, then a line with offset and partition for each changelog.
 */
final class ChangelogCheckpoint {
    private static final String VERSION = "3";

    private final Map<String, Long> offsets = new TreeMap<>();

    /**
     * @param note the last note; empty for a new store
     * @throws StaleStateException when the note has another version
     */
    ChangelogCheckpoint(Optional<byte[]> note) {
        String[] lines = note.map(each -> new String(each, StandardCharsets.UTF_8))
                .orElse(VERSION)
                .split("\n");
        if (!lines[0].equals(VERSION)) {
            throw new StaleStateException("the stored identities have version \"" + lines[0]
                    + "\", and this version of Multichat reads " + VERSION
                    + "; build everything again with `multichat rebuild`");
        }
        for (int i = 1; i < lines.length; i++) {
            String[] words = lines[i].split(" ", 2);
            offsets.put(words[1], WholeNumbers.parseLong(words[0]));
        }
    }

    /** The offset of the last changelog record in the store; null when it is unknown. */
    Long offset(TopicPartition changelog) {
        return offsets.get(changelog.toString());
    }

    /** Like {@code StateStore.commit}: an empty map clears all offsets, and a null value clears that of its partition. */
    void commit(Map<TopicPartition, Long> committed) {
        if (committed.isEmpty()) {
            offsets.clear();
        }
        committed.forEach((changelog, offset) -> {
            if (offset == null) {
                offsets.remove(changelog.toString());
            } else {
                offsets.put(changelog.toString(), offset);
            }
        });
    }

    /** The note of the present offsets. */
    byte[] note() {
        StringBuilder text = new StringBuilder(VERSION);
        offsets.forEach((changelog, offset) ->
                text.append('\n').append(offset).append(' ').append(changelog));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
