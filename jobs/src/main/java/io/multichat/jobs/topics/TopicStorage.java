package io.multichat.jobs.topics;

import java.time.Duration;
import java.util.Optional;

/**
 * Replication and retention of created topics.
 *
 * @param replication replicas of each topic; -1: the default of the brokers
 * @param input how long the input topics keep events; empty: forever
 * @param transcript how long {@code chat-transcript} keeps events; empty: forever
 * @param deadLetters how long the dead-letter topics keep records; empty: forever
 */
public record TopicStorage(
        short replication, Optional<Duration> input, Optional<Duration> transcript, Optional<Duration> deadLetters) {}
