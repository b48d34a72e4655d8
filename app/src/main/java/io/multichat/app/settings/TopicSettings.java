package io.multichat.app.settings;

import io.multichat.app.settings.kind.DurationOrForever;
import io.multichat.app.settings.kind.DurationOrForeverKind;
import io.multichat.app.settings.kind.ReplicationKind;
import io.multichat.app.settings.kind.TopicListKind;
import java.util.List;

/** The Kafka topics: which are read, how they are created, and how long they keep their records. */
public final class TopicSettings {
    public static final Setting<List<String>> INPUT_TOPICS = Setting.of(
            "input.topics",
            "chat-messages",
            new TopicListKind(),
            "Topics that events are read from. Publishers and importers write to the first.");

    public static final Setting<Short> TOPICS_REPLICATION = Setting.of(
            "topics.replication",
            "-1",
            new ReplicationKind(),
            "Replication factor of new topics; -1 means the broker default. `multichat dev` has one broker and uses 1.");

    public static final Setting<DurationOrForever> RETENTION_INPUT = Setting.of(
            "retention.input", "7d", new DurationOrForeverKind(), "How long input topics keep events after arrival.");

    public static final Setting<DurationOrForever> RETENTION_TRANSCRIPT = Setting.of(
            "retention.transcript",
            "30d",
            new DurationOrForeverKind(),
            "How long chat-transcript keeps events after they are accepted.");

    public static final Setting<DurationOrForever> RETENTION_DEAD_LETTERS = Setting.of(
            "retention.dead.letters",
            "30d",
            new DurationOrForeverKind(),
            "How long chat-dead-letters keeps rejected events.");

    static final List<Setting<?>> ALL =
            List.of(INPUT_TOPICS, TOPICS_REPLICATION, RETENTION_INPUT, RETENTION_TRANSCRIPT, RETENTION_DEAD_LETTERS);

    private TopicSettings() {}
}
