package io.multichat.events;

import io.multichat.events.text.AsciiNames;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The sender of an event.
 *
 * @param id the sender's id on the platform, not empty
 * @param name the display name, if the platform has one
 * @param role the sender's role
 */
public record Sender(String id, Optional<String> name, Role role) {
    /** The role of a sender: a person, a language model, a system prompt, the result of a tool, or a bot. */
    public enum Role {
        USER,
        ASSISTANT,
        SYSTEM,
        TOOL,
        BOT;

        public static final AsciiNames<Role> NAMES = new AsciiNames<>(values(), Role::wireName);

        private final String wireName = name().toLowerCase(Locale.ROOT);

        /** The name of the role in events and stores, such as {@code user}. */
        public String wireName() {
            return wireName;
        }

        /**
         * The role with this wire name.
         *
         * @throws InvalidEventException if there is none
         */
        public static Role ofWireName(String wireName) {
            return Arrays.stream(values())
                    .filter(role -> role.wireName().equals(wireName))
                    .findFirst()
                    .orElseThrow(Role::unknown);
        }

        /** The error for an unknown role. */
        public static InvalidEventException unknown() {
            return new InvalidEventException(
                    RejectReason.INVALID_VALUE, "sender.role must be one of user, assistant, system, tool, bot");
        }
    }

    public Sender {
        if (id.isEmpty()) {
            throw new InvalidEventException(RejectReason.MISSING_FIELD, "sender.id is empty");
        }
    }

    /** Creates a sender with the role user and no name. */
    public static Sender user(String id) {
        return new Sender(id, Optional.empty(), Role.USER);
    }
}
