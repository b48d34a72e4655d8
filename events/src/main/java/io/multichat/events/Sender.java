package io.multichat.events;

import io.multichat.events.text.AsciiNames;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who sent an event.
 *
 * @param id the sender's id on its platform, not empty
 * @param name the name that people see, when the platform has one
 * @param role what the sender is
 */
public record Sender(String id, Optional<String> name, Role role) {
    /** What a sender is: a person, a model, an instruction, a tool's answer or a program. */
    public enum Role {
        USER,
        ASSISTANT,
        SYSTEM,
        TOOL,
        BOT;

        public static final AsciiNames<Role> NAMES = new AsciiNames<>(values(), Role::wireName);

        private final String wireName = name().toLowerCase(Locale.ROOT);

        /** The role as it is written in events and stores, for example {@code user}. */
        public String wireName() {
            return wireName;
        }

        /** @throws InvalidEventException when there is no role of that wire name */
        public static Role ofWireName(String wireName) {
            return Arrays.stream(values())
                    .filter(role -> role.wireName().equals(wireName))
                    .findFirst()
                    .orElseThrow(Role::unknown);
        }

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

    /** A user of that id, without a name. */
    public static Sender user(String id) {
        return new Sender(id, Optional.empty(), Role.USER);
    }
}
