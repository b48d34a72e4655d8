package io.multichat.app.command.option;

import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** A conversation, by its key or by its parts. */
public final class ConversationOptions {
    /** Platform and channel, separated by the first space, or by the only slash if nothing is encoded. */
    private static final Pattern NAMES = Pattern.compile("(?<platform>[^ /]+)( |/(?=[^/%]+$))(?<channel>.+)");

    @Option(
            names = "--conversation",
            paramLabel = "KEY",
            description =
                    "Conversation: \"PLATFORM CHANNEL\", or its key, which is platform/channel or platform/channel/thread,"
                            + " percent-encoded.")
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
                return Optional.of(named(key));
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

    /**
     * A conversation by its key or as people write it: {@code irc/%23ubuntu}, {@code irc #ubuntu}, {@code irc/#ubuntu}. A key
     * contains neither spaces nor other characters that would be encoded, so that every text has one meaning.
     */
    private static Conversation named(String text) {
        try {
            return Conversation.ofKey(text);
        } catch (InvalidEventException e) {
            Matcher names = NAMES.matcher(text);
            if (!names.matches()) {
                throw e;
            }
            return Conversation.of(names.group("platform"), names.group("channel"));
        }
    }

    /**
     * What a command says when it found nothing: the conversation as it was understood.
     *
     * @param what for example {@code sessions}
     */
    public String nothingFound(String what) {
        Optional<Conversation> asked = key == null && channel == null ? Optional.empty() : conversation();
        String place =
                asked.map(conversation -> " in " + described(conversation)).orElse("");
        boolean doubtful = key != null && asked.flatMap(Conversation::thread).isPresent();
        return "no " + what + " found" + place
                + (doubtful ? "; in a key, write a slash that belongs to a name as %2F" : "");
    }

    private static String described(Conversation conversation) {
        return "platform \"" + conversation.platform() + "\", channel \"" + conversation.channel() + "\""
                + conversation
                        .thread()
                        .map(thread -> ", thread \"" + thread + "\"")
                        .orElse("");
    }

    private Conversation ofParts() {
        if (platform == null || channel == null) {
            throw new UsageException(
                    "a conversation needs --platform and --channel (and --thread for one of its threads)");
        }
        return Conversation.of(platform, channel, thread);
    }
}
