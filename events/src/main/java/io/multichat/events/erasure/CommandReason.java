package io.multichat.events.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.ChatEvent;
import java.util.Optional;

/** Why a command was given: an attribute that is kept and not interpreted. */
public final class CommandReason {
    /** The name of the attribute. */
    public static final String NAME = "reason";

    private CommandReason() {}

    /** The reason; empty if the command names none. */
    public static Optional<String> of(ChatEvent command) {
        return command.content()
                .attributes()
                .map(attributes -> attributes.path(NAME))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }
}
