package io.multichat.app.settings;

import io.multichat.app.settings.kind.DurationOrForever;
import io.multichat.app.settings.kind.DurationOrForeverKind;
import io.multichat.app.settings.kind.ReplicationKind;
import io.multichat.app.settings.kind.TopicListKind;
import java.util.List;

/** The topics on Kafka: which ones are read, how they are created, how long they keep their records. */
public final class TopicSettings {
    public static final Setting<List<String>> INPUT_TOPICS = Setting.of(
            "input.topics",
            "chat-messages",
            new TopicListKind(),
            "The topics that events are read from. Publishers and importers write to the first one.");

    public static final Setting<Short> TOPICS_REPLICATION = Setting.of(
            "topics.replication",
            "-1",
            new ReplicationKind(),
            "Replicas of the topics that are created; -1: the brokers' default. `multichat dev` has one broker and uses 1.");

    public static final Setting<DurationOrForever> RETENTION_INPUT = Setting.of(
            "retention.input",
            "7d",
            new DurationOrForeverKind(),
            "How long the input topics keep events after they arrived.");

    public static final Setting<DurationOrForever> RETENTION_TRANSCRIPT = Setting.of(
            "retention.transcript",
            "30d",
            new DurationOrForeverKind(),
            "How long chat-transcript keeps events after they were accepted.");

    public static final Setting<DurationOrForever> RETENTION_DEAD_LETTERS = Setting.of(
            "retention.dead.letters",
            "30d",
            new DurationOrForeverKind(),
            "How long chat-dead-letters keeps what was refused.");

    static final List<Setting<?>> ALL =
            List.of(INPUT_TOPICS, TOPICS_REPLICATION, RETENTION_INPUT, RETENTION_TRANSCRIPT, RETENTION_DEAD_LETTERS);

    private TopicSettings() {}
}
