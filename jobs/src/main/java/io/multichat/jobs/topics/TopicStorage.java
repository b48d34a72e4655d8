package io.multichat.jobs.topics;

import java.time.Duration;
import java.util.Optional;

/**
 * How created topics are stored.
 *
 * @param replication replicas of each topic; -1: the brokers' default
 * @param input how long the input topics keep events; empty: forever
 * @param transcript how long {@code chat-transcript} keeps events; empty: forever
 * @param deadLetters how long refused records are kept; empty: forever
 */
public record TopicStorage(
        short replication, Optional<Duration> input, Optional<Duration> transcript, Optional<Duration> deadLetters) {}
