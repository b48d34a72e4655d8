package io.multichat.server.context;

/**
 * How large a context may be.
 *
 * @param messages the maximum number of messages, 1 to {@link #MAX_MESSAGES}
 * @param tokens the maximum number of tokens, at least 1
 * @param charactersPerToken the length of a token in characters, for the estimate; more than 0
 * @param keepsSystem true to keep system messages that are older than the context, first of all
 */
public record ContextLimits(int messages, long tokens, double charactersPerToken, boolean keepsSystem) {
    /** The largest number of messages. */
    public static final int MAX_MESSAGES = 1_000;

    public ContextLimits {
        if (messages < 1 || messages > MAX_MESSAGES) {
            throw new IllegalArgumentException("messages is " + messages + "; it must be from 1 to " + MAX_MESSAGES);
        }
        if (tokens < 1) {
            throw new IllegalArgumentException("tokens is " + tokens + "; it must be at least 1");
        }
        if (!(charactersPerToken >= 0.1 && charactersPerToken <= 100)) {
            throw new IllegalArgumentException(
                    "charactersPerToken is " + charactersPerToken + "; it must be from 0.1 to 100");
        }
    }

    /** The estimated number of tokens of a message, rounded up. */
    long tokens(ContextMessage message) {
        return (long) Math.ceil(message.characters() / charactersPerToken);
    }
}
