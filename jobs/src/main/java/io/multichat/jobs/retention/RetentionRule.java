package io.multichat.jobs.retention;

import io.multichat.jobs.export.stage.ConversationPattern;
import java.time.Duration;
import java.util.Optional;

/**
 * How long the sessions of some conversations are kept, counted from their last messages.
 *
 * @param conversations which conversations
 * @param min they are kept at least as long, whatever other rules say; zero for no minimum
 * @param max they are deleted after that; empty to keep them for ever
 */
public record RetentionRule(ConversationPattern conversations, Duration min, Optional<Duration> max) {}
