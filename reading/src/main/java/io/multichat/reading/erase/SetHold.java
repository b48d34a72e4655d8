package io.multichat.reading.erase;

import io.multichat.events.Conversation;
import io.multichat.events.erasure.ErasureCommand;
import java.util.Optional;

/**
 * A hold that is set.
 *
 * @param conversation the conversation that it protects
 * @param hold its id, and the participant and times that it protects
 * @param setAt when it was set, UTC milliseconds
 * @param reason why, if the command says so
 */
public record SetHold(Conversation conversation, ErasureCommand hold, long setAt, Optional<String> reason) {}
