package io.multichat.formats.found;

import io.multichat.events.Sender;
import io.multichat.formats.RefusedException;
import java.util.Locale;
import java.util.Optional;

/** Names the senders of chats with language models. Such files know only roles, so the role's name in the file is the id. */
public final class TurnSender {
    private TurnSender() {}

    /**
     * The sender of a turn.
     *
     * @param role as it is written in the file: {@code user}, {@code human}, {@code gpt}
     * @param name who speaks in this role, if the file says it
     * @throws RefusedException when the role is unknown
     */
    public static Sender of(String role, Optional<String> name) {
        return new Sender(role, name, role(role));
    }

    private static Sender.Role role(String role) {
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "user", "human", "prompter" -> Sender.Role.USER;
            case "assistant", "ai", "gpt", "chatgpt", "chatbot", "bot", "model", "bard", "bing", "aimessagechunk" ->
                Sender.Role.ASSISTANT;
            case "system", "developer" -> Sender.Role.SYSTEM;
            case "tool", "function", "function_call", "observation" -> Sender.Role.TOOL;
            default -> throw new RefusedException("unknown role: " + role);
        };
    }
}
