package io.multichat.sinks.archive.files;

import io.multichat.sinks.core.SinkTopics;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;

/** The kinds of segments, each in its own visible folder. */
public enum ArchiveKind {
    /** Accepted events, each in an envelope with its placement; dated by {@code sentAt}. */
    TRANSCRIPT,
    /** All versions of session snapshots; dated by T0 of the session. */
    SESSIONS;

    /** The name of the folder under the archive's root, and of the kind in manifests; for example {@code transcript}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with that folder name; empty when there is none. */
    public static Optional<ArchiveKind> ofFolder(String folder) {
        return Arrays.stream(values())
                .filter(kind -> kind.folder().equals(folder))
                .findFirst();
    }

    /**
     * The kind of a topic's records.
     *
     * @throws ConnectException when the topic is neither the transcript nor the sessions topic
     */
    public static ArchiveKind ofTopic(String topic, SinkTopics topics) {
        if (topic.equals(topics.transcript())) {
            return TRANSCRIPT;
        }
        if (topic.equals(topics.sessions())) {
            return SESSIONS;
        }
        throw new ConnectException("topics contains " + topic + ", which is neither transcript.topic ("
                + topics.transcript() + ") nor sessions.topic (" + topics.sessions() + "); remove it from topics");
    }
}
