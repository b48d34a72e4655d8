package io.multichat.topology.state.identities;

import io.multichat.events.text.WholeNumbers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * The position of a store in its changelog, and whether the store was closed cleanly.
 *
 * <p>Stored as a text note next to the identities: {@code open 2} or {@code closed 2}, where 2 is the version of the stored
 * format, then a line with offset and partition for each changelog.
 */
final class ChangelogCheckpoint {
    static final String OPEN = "open 2";
    static final String CLOSED = "closed 2";

    private final Map<String, Long> offsets = new TreeMap<>();
    private final boolean clean;

    /** @param note the last note; empty for a new store */
    ChangelogCheckpoint(Optional<byte[]> note) {
        String[] lines = note.map(each -> new String(each, StandardCharsets.UTF_8))
                .orElse(CLOSED)
                .split("\n");
        clean = lines[0].equals(CLOSED);
        for (int i = 1; i < lines.length; i++) {
            String[] words = lines[i].split(" ", 2);
            offsets.put(words[1], WholeNumbers.parseLong(words[0]));
        }
    }

    /** False when the store was not closed cleanly and may hold writes of a failed transaction. */
    boolean clean() {
        return clean;
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

    /** The note for a store that is {@link #OPEN} or {@link #CLOSED} from now on. */
    byte[] note(String state) {
        StringBuilder text = new StringBuilder(state);
        offsets.forEach((changelog, offset) ->
                text.append('\n').append(offset).append(' ').append(changelog));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
