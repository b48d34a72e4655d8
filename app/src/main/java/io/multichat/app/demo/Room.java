package io.multichat.app.demo;

import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import java.util.List;

/**
 * Where people chat.
 *
 * @param conversation the conversation
 * @param people who is there
 * @param lines what they say, in no order
 */
record Room(Conversation conversation, List<Sender> people, List<String> lines) {}
