package io.multichat.formats.found;

import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Names the channel of a file that does not name it itself. */
public final class FileChannel {
    private static final Pattern EXTENSIONS = Pattern.compile("(?:\\.(?:jsonl?|ndjson|txt|csv|html?|log|gz|zst))++$");

    private FileChannel() {}

    /**
     * The channel of {@code --channel} or else, announced, the name of the file without its extension.
     *
     * @throws RefusedException when a stream has no name and no channel was given
     */
    public static String of(ChatFile file, FoundEvents events) {
        return events.options().channel().orElseGet(() -> fromName(file.name(), events));
    }

    /** The conversation of this channel; empty after refusing the file when there is no channel, or its name is too long. */
    public static Optional<Conversation> conversation(String platform, ChatFile file, FoundEvents events) {
        AtomicReference<Conversation> conversation = new AtomicReference<>();
        events.at(EventPlace.whole(file.name()), () -> conversation.set(Conversation.of(platform, of(file, events))));
        return Optional.ofNullable(conversation.get());
    }

    private static String fromName(String name, FoundEvents events) {
        String end = name.toLowerCase(Locale.ROOT);
        String bare = name.substring(0, EXTENSIONS.matcher(end).replaceFirst("").length());
        if (bare.isEmpty()) {
            throw new RefusedException("no channel: the file has no name; give the channel with --channel");
        }
        events.assumed("Channels are taken from the names of files; --channel says otherwise.");
        return bare;
    }
}
