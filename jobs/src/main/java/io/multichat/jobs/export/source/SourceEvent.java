package io.multichat.jobs.export.source;

import io.multichat.events.Conversation;
import io.multichat.events.Placement;

/**
 * An accepted event.
 *
 * @param conversation its conversation
 * @param placement what the topology derived from it
 * @param value its JSON, byte for byte
 */
public record SourceEvent(Conversation conversation, Placement placement, byte[] value) {}
