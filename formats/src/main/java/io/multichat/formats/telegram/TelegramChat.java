package io.multichat.formats.telegram;

import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import java.util.Optional;

/** The chat that is being read. Used by one thread. */
final class TelegramChat {
    private final ChatFile file;
    private final FoundEvents events;
    private Optional<String> name = Optional.empty();
    private Optional<String> id = Optional.empty();

    TelegramChat(ChatFile file, FoundEvents events) {
        this.file = file;
        this.events = events;
    }

    /** A chat begins with its name, which deleted accounts do not have. */
    void begin(Optional<String> found) {
        name = found;
        id = Optional.empty();
    }

    void identify(Optional<String> found) {
        id = found;
    }

    /** @throws RefusedException when nothing names the chat */
    Conversation conversation() {
        String channel = events.options().channel().or(() -> id).orElseGet(this::named);
        return Conversation.of(TelegramFormat.PLATFORM, events.options().inWorkspace(channel));
    }

    private String named() {
        String fromFile = file.name().replaceFirst("(?:\\.(?:json|gz|zst))++$", "");
        String found = name.orElse(fromFile);
        if (found.isEmpty()) {
            throw new RefusedException("the chat has neither id nor name; give it with --channel");
        }
        events.assumed("Chats without an id are identified by their names or files; --channel says otherwise.");
        return found;
    }
}
