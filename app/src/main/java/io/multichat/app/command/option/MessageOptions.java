package io.multichat.app.command.option;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Sender;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** One message. */
public final class MessageOptions {
    @Option(names = "--sender", paramLabel = "ID", description = "The sender's id.")
    private String sender;

    @Option(names = "--name", description = "The sender's name.")
    private String name;

    @Option(names = "--text", description = "What is said.")
    private String text;

    @Option(names = "--id", description = "The message's id (default: a random one).")
    private String id;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "When it was sent, for example 2026-01-31T09:30:00Z (default: now).")
    private Instant at;

    public boolean given() {
        return sender != null || name != null || text != null || id != null || at != null;
    }

    /** @throws UsageException when something is missing, or when it cannot be a message */
    public ChatEvent event(Optional<Conversation> conversation) {
        if (conversation.isEmpty() || sender == null || text == null) {
            throw new UsageException(
                    "publish needs --platform, --channel, --sender and --text, or - for standard input");
        }
        try {
            return ChatEvent.message(
                    conversation.get(),
                    id == null ? UUID.randomUUID().toString() : id,
                    new Sender(sender, Optional.ofNullable(name), Sender.Role.USER),
                    at == null ? Instant.now() : at,
                    text);
        } catch (InvalidEventException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
