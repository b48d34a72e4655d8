package io.multichat.sinks.archive.files;

import io.multichat.sinks.core.SinkTopics;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;

/** What a segment holds, and the visible folder that it lies in. */
public enum ArchiveKind {
    /** Accepted events, each in an envelope that tells where it was placed; dated by the event's {@code sentAt}. */
    TRANSCRIPT,
    /** Session snapshots, every version of them; dated by the session's T0. */
    SESSIONS;

    /** The folder under the archive's root, and the kind's name in manifests; for example {@code transcript}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ArchiveKind> ofFolder(String folder) {
        return Arrays.stream(values())
                .filter(kind -> kind.folder().equals(folder))
                .findFirst();
    }

    /** @throws ConnectException when the settings do not name that topic */
    public static ArchiveKind ofTopic(String topic, SinkTopics topics) {
        if (topic.equals(topics.transcript())) {
            return TRANSCRIPT;
        }
        if (topic.equals(topics.sessions())) {
            return SESSIONS;
        }
        throw new ConnectException("topics names " + topic + ", which is neither transcript.topic ("
                + topics.transcript() + ") nor sessions.topic (" + topics.sessions() + ")");
    }
}
