package io.multichat.reading;

import java.util.List;

/**
 * A page of the messages of a session.
 *
 * @param messages the messages in the requested direction
 * @param more true if more messages follow in that direction
 */
public record MessagePage(List<StoredMessage> messages, boolean more) {}
