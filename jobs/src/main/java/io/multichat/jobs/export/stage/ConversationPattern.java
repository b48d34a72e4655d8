package io.multichat.jobs.export.stage;

import io.multichat.events.Conversation;
import io.multichat.events.text.PercentEncoding;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects conversations by platform, channel and thread, in which {@code *} stands for any number of characters. A pattern without a
 * thread selects the channel together with all its threads.
 *
 * @param text the pattern as it was written
 * @param platform matches the whole platform
 * @param channel matches the whole channel
 * @param thread matches the whole thread; empty: the channel and all its threads
 */
public record ConversationPattern(String text, Pattern platform, Pattern channel, Optional<Pattern> thread) {
    /** Platform and channel, separated by the first space, or by the only slash if nothing is encoded. */
    private static final Pattern NAMES = Pattern.compile("(?<platform>[^ /]+)( |/(?=[^/%]+$))(?<channel>.+)");

    /**
     * Parses a pattern: a key such as {@code slack/general} or {@code irc/%23ubuntu}, or names as people write them, {@code irc #ubuntu}.
     * Either may contain {@code *}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static ConversationPattern parse(String text) {
        Matcher names = NAMES.matcher(text);
        if (names.matches()) {
            return of(names.group("platform"), Optional.of(names.group("channel")), Optional.empty());
        }
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 3 || text.startsWith("/") || text.contains("//") || text.endsWith("/")) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is not a conversation; write \"PLATFORM CHANNEL\" or a key such as slack/general,"
                    + " where * stands for any text");
        }
        return new ConversationPattern(
                text,
                decoded(parts[0]),
                decoded(parts[1]),
                parts.length == 3 ? Optional.of(decoded(parts[2])) : Optional.empty());
    }

    /** A pattern of names that are not encoded. Without a channel, it selects all channels of the platform. */
    public static ConversationPattern of(String platform, Optional<String> channel, Optional<String> thread) {
        return new ConversationPattern(
                platform + " " + channel.orElse("*")
                        + thread.map(name -> " " + name).orElse(""),
                glob(platform),
                glob(channel.orElse("*")),
                thread.map(ConversationPattern::glob));
    }

    /** True when the pattern selects this conversation. */
    public boolean matches(Conversation conversation) {
        return platform.matcher(conversation.platform()).matches()
                && channel.matcher(conversation.channel()).matches()
                && (thread.isEmpty()
                        || thread.get()
                                .matcher(conversation.thread().orElse(""))
                                .matches());
    }

    private static Pattern decoded(String part) {
        return pattern(part, PercentEncoding::decode);
    }

    private static Pattern glob(String text) {
        return pattern(text, UnaryOperator.identity());
    }

    private static Pattern pattern(String text, UnaryOperator<String> meaning) {
        String regex = Stream.of(text.split("\\*", -1))
                .map(literal -> Pattern.quote(meaning.apply(literal)))
                .collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL);
    }
}
