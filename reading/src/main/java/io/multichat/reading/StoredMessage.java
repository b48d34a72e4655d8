package io.multichat.reading;

import io.multichat.events.MessagePosition;

/**
 * A message as a store holds it.
 *
 * @param position its place in the conversation
 * @param event the JSON of its newest revision
 * @param deleted true when that revision is a delete
 */
public record StoredMessage(MessagePosition position, byte[] event, boolean deleted) {}
