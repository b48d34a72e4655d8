package io.multichat.app.command.option;

import io.multichat.app.command.convert.TimeConverter;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Sender;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** A message to publish. */
public final class MessageOptions {
    @Option(names = "--sender", paramLabel = "ID", description = "Sender id.")
    private String sender;

    @Option(names = "--name", description = "Sender name.")
    private String name;

    @Option(names = "--text", description = "Message text.")
    private String text;

    @Option(names = "--id", description = "Message id (default: a random one).")
    private String id;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Time the message was sent, such as 2026-01-31T09:30:00Z (default: now).")
    private Instant at;

    /** True when at least one option was given. */
    public boolean given() {
        return sender != null || name != null || text != null || id != null || at != null;
    }

    /** @throws UsageException when an option is missing or the message is invalid */
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
