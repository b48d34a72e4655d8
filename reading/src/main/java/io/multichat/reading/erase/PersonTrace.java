package io.multichat.reading.erase;

import io.multichat.events.Conversation;

/**
 * What a person left in a conversation.
 *
 * @param conversation the conversation
 * @param counts the person's messages, all edits and deletes of them, the person's edits and deletes of other messages, and the person's
 *     reactions, joins, leaves and explicit ends
 */
public record PersonTrace(Conversation conversation, EntryCounts counts) {}
