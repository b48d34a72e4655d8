package io.multichat.app.connect.traffic;

import io.multichat.events.ChatEvent;
import io.multichat.events.Placement;

/**
 * An event of {@code chat-transcript}.
 *
 * @param event what happened
 * @param placement what the topology derived
 */
record Accepted(ChatEvent event, Placement placement) {}
