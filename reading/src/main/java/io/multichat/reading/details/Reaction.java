package io.multichat.reading.details;

import io.multichat.events.Sender;
import io.multichat.events.reactions.Reactions;
import java.util.List;

/**
 * The reactions to a message with one emoji.
 *
 * @param emoji the emoji, cut to {@value #MAX_TEXT} characters; empty if the events name none
 * @param count the number of senders who react with it
 * @param senders the first of them, at most {@value #MAX_SENDERS}, in the order in which they reacted; ids and names are cut to
 *     {@value #MAX_TEXT} characters
 */
public record Reaction(String emoji, int count, List<Sender> senders) {
    /** The maximum number of emojis of a message that are shown. */
    public static final int MAX_EMOJIS = 100;

    /** The maximum number of senders that are named. */
    public static final int MAX_SENDERS = 20;

    /** The maximum length of an emoji, an id and a name, in UTF-16 code units. */
    public static final int MAX_TEXT = 128;

    /** The reactions to a message that stand, at most {@link #MAX_EMOJIS}, in the order in which they were made. */
    public static List<Reaction> of(Reactions reactions) {
        return reactions.standing().entrySet().stream()
                .limit(MAX_EMOJIS)
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Reaction of(String emoji, List<Sender> senders) {
        return new Reaction(
                cut(emoji),
                senders.size(),
                senders.stream()
                        .limit(MAX_SENDERS)
                        .map(sender ->
                                new Sender(cut(sender.id()), sender.name().map(Reaction::cut), sender.role()))
                        .toList());
    }

    /** A text that is not longer than {@link #MAX_TEXT}; no character is cut in half. */
    private static String cut(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end);
    }
}
