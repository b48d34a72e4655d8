package io.multichat.server.request;

import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import java.util.Optional;

/**
 * The parameters that name a conversation: {@code conversation}, or {@code platform}, {@code channel} and {@code thread}.
 *
 * @param parameters all parameters of the request
 */
public record ConversationParameters(Parameters parameters) {
    /** The conversation; empty if none is named. */
    public Optional<Conversation> conversation() {
        Optional<String> channel = parameters.text("channel");
        Optional<String> thread = parameters.text("thread");
        if (channel.isEmpty() && thread.isPresent()) {
            throw new IllegalArgumentException("thread needs platform and channel");
        }
        if (channel.isPresent() && parameters.text("conversation").isPresent()) {
            throw new IllegalArgumentException(
                    "conversation and channel are both given; give conversation alone, or platform,"
                            + " channel and thread");
        }
        try {
            if (channel.isEmpty()) {
                Optional<Conversation> named = parameters.text("conversation").map(Conversation::ofKey);
                named.ifPresent(this::requireItsPlatform);
                return named;
            }
            String platform = parameters
                    .text("platform")
                    .orElseThrow(() -> new IllegalArgumentException("channel needs platform"));
            return Optional.of(Conversation.of(platform, channel.get(), thread.orElse(null)));
        } catch (InvalidEventException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private void requireItsPlatform(Conversation named) {
        parameters
                .text("platform")
                .filter(platform -> !platform.equals(named.platform()))
                .ifPresent(platform -> {
                    throw new IllegalArgumentException("platform is \"" + ShownValue.of(platform)
                            + "\", but conversation is one of " + named.platform() + "; give conversation alone");
                });
    }

    /**
     * True if the threads of the channel are requested too.
     *
     * @throws IllegalArgumentException if there is no channel, or a thread of it is named
     */
    public boolean withThreads() {
        boolean threads = parameters.flag("threads");
        if (threads && conversation().filter(named -> named.thread().isEmpty()).isEmpty()) {
            throw new IllegalArgumentException("threads needs a conversation that is a channel");
        }
        return threads;
    }

    /**
     * The conversation.
     *
     * @throws IllegalArgumentException if none is named
     */
    public Conversation required() {
        return conversation()
                .orElseThrow(() -> new IllegalArgumentException(
                        "conversation is missing; give conversation, or platform, channel and thread"));
    }
}
