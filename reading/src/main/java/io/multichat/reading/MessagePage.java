package io.multichat.reading;

import java.util.List;

/**
 * Some messages of a session.
 *
 * @param messages in the direction that was asked for
 * @param more true when further messages follow in that direction
 */
public record MessagePage(List<StoredMessage> messages, boolean more) {}
