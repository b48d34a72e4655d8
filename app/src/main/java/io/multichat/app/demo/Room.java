package io.multichat.app.demo;

import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import java.util.List;

/**
 * A conversation of the demo traffic.
 *
 * @param conversation the conversation
 * @param people its participants
 * @param lines texts of their messages, in no particular order
 */
record Room(Conversation conversation, List<Sender> people, List<String> lines) {}
