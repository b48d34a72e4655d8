package io.multichat.topology.state.identities;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far into its changelog a store is, and whether it was closed in good order. It is noted beside the identities, as
 * text: {@code open 2} or {@code closed 2}, of which the number is the version of what is stored, then a line with offset
 * and partition for each changelog.
 */
final class ChangelogCheckpoint {
    static final String OPEN = "open 2";
    static final String CLOSED = "closed 2";

    private final Map<String, Long> offsets = new TreeMap<>();
    private final boolean sound;

    /** @param note what was noted last, if anything was */
    ChangelogCheckpoint(Optional<byte[]> note) {
        String[] lines = note.map(each -> new String(each, StandardCharsets.UTF_8))
                .orElse(CLOSED)
                .split("\n");
        sound = lines[0].equals(CLOSED);
        for (int i = 1; i < lines.length; i++) {
            String[] words = lines[i].split(" ", 2);
            offsets.put(words[1], Long.parseLong(words[0]));
        }
    }

    /** False when it was not closed in good order: what is stored then may be of a transaction that failed. */
    boolean sound() {
        return sound;
    }

    /** The offset of the last record of that changelog that is stored; null when it is not known. */
    Long offset(TopicPartition changelog) {
        return offsets.get(changelog.toString());
    }

    /** As {@code StateStore.commit}: no offsets at all, or a null, mean that they are known no more. */
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

    /** What is to be noted of a store that is {@link #OPEN} or {@link #CLOSED} from now on. */
    byte[] note(String state) {
        StringBuilder text = new StringBuilder(state);
        offsets.forEach((changelog, offset) ->
                text.append('\n').append(offset).append(' ').append(changelog));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
