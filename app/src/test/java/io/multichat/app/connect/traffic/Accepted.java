package io.multichat.app.connect.traffic;

import io.multichat.events.ChatEvent;
import io.multichat.events.Placement;

/**
 * An event of {@code chat-transcript}.
 *
 * @param event the event
 * @param placement the placement that the topology would give it
 */
record Accepted(ChatEvent event, Placement placement) {}
