package io.multichat.app.command.option;

import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** A conversation, by its key or by its parts. */
public final class ConversationOptions {
    /** Platform and channel, separated by the first space or slash; a thread is shown in parentheses. */
    private static final Pattern NAMES = Pattern.compile("(?<platform>[^ /]+)[ /](?<channel>.+)");

    private static final Pattern IN_THREAD = Pattern.compile("(?<channel>.+) \\(thread (?<thread>.+)\\)");
    private static final Pattern SLASHES = Pattern.compile("(?<channel>[^/]+)/(?<thread>[^/]+)");

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

    /** The platform, if nothing else is named. */
    public Optional<String> platformAlone() {
        return Optional.ofNullable(platform).filter(named -> key == null && channel == null && thread == null);
    }

    /** True if {@code --channel} names a channel, which includes its threads. */
    public boolean isChannel() {
        return channel != null && thread == null;
    }

    /**
     * Everything that {@code --conversation} may mean, the most likely first; a single conversation if it is named by its parts, and none if
     * no option was given.
     *
     * @throws UsageException as {@link #conversation()} does
     */
    public List<Conversation> candidates() {
        Optional<Conversation> first = conversation();
        if (first.isEmpty() || key == null) {
            return first.stream().toList();
        }
        Set<Conversation> candidates = new LinkedHashSet<>(List.of(first.get()));
        Matcher names = NAMES.matcher(key);
        if (names.matches() && !key.contains("%")) {
            String rest = names.group("channel");
            String where = names.group("platform");
            for (Matcher thread : List.of(IN_THREAD.matcher(rest), SLASHES.matcher(rest))) {
                if (thread.matches()) {
                    candidates.add(Conversation.of(where, thread.group("channel"), thread.group("thread")));
                }
            }
            candidates.add(Conversation.of(where, rest));
        }
        return List.copyOf(candidates);
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
            Matcher thread = IN_THREAD.matcher(names.group("channel"));
            return thread.matches()
                    ? Conversation.of(names.group("platform"), thread.group("channel"), thread.group("thread"))
                    : Conversation.of(names.group("platform"), names.group("channel"));
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
