package io.multichat.app.command.option;

import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A conversation, by its key or by its parts. */
public final class ConversationOptions {
    @Option(
            names = "--conversation",
            paramLabel = "KEY",
            description = "Conversation key: platform/channel or platform/channel/thread, percent-encoded.")
    private String key;

    @Option(names = "--platform", description = "Platform, not encoded.")
    private String platform;

    @Option(names = "--channel", description = "Channel, not encoded.")
    private String channel;

    @Option(names = "--thread", description = "Thread, not encoded.")
    private String thread;

    /**
     * The conversation; empty when no option was given.
     *
     * @throws UsageException when key and parts are both given, a part is missing, or the result is not a valid conversation
     */
    public Optional<Conversation> conversation() {
        boolean parts = platform != null || channel != null || thread != null;
        if (key != null && parts) {
            throw new UsageException(
                    "name the conversation either with --conversation or with its parts, not with both");
        }
        try {
            if (key != null) {
                return Optional.of(Conversation.ofKey(key));
            }
            return parts ? Optional.of(ofParts()) : Optional.empty();
        } catch (InvalidEventException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** Adds the conversation to the parameters of a request. Here a platform alone is allowed. */
    public void putInto(Map<String, String> query) {
        if (key == null && channel == null && thread == null) {
            if (platform != null) {
                query.put("platform", platform);
            }
            return;
        }
        conversation().ifPresent(conversation -> query.put("conversation", conversation.key()));
    }

    private Conversation ofParts() {
        if (platform == null || channel == null) {
            throw new UsageException(
                    "a conversation needs --platform and --channel (and --thread for one of its threads)");
        }
        return Conversation.of(platform, channel, thread);
    }
}
