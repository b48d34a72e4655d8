package io.multichat.app.command.option;

import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which conversation is meant: by its key, or by its parts. */
public final class ConversationOptions {
    @Option(
            names = "--conversation",
            paramLabel = "KEY",
            description = "A conversation by its key: platform/channel or platform/channel/thread, percent-encoded.")
    private String key;

    @Option(names = "--platform", description = "The platform, as it is: no encoding.")
    private String platform;

    @Option(names = "--channel", description = "The channel, as it is.")
    private String channel;

    @Option(names = "--thread", description = "The thread, as it is.")
    private String thread;

    /**
     * The conversation that is meant; empty when none is named.
     *
     * @throws UsageException when it is named twice, by halves, or impossibly
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

    /** Adds the given parts to the parameters of a request; a platform alone is allowed there. */
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
