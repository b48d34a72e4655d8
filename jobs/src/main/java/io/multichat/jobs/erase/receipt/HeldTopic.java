package io.multichat.jobs.erase.receipt;

import java.util.Map;
import java.util.OptionalLong;

/**
 * A topic that may still hold what was erased.
 *
 * @param topic its name
 * @param contents what it holds, in words
 * @param ends the offset of each partition before which that is
 * @param heldUntil when Kafka has deleted it at the latest, UTC milliseconds; empty if the topic has no time retention
 */
public record HeldTopic(String topic, String contents, Map<Integer, Long> ends, OptionalLong heldUntil) {}
