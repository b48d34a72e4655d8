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
     * The channel of {@code --channel} or else, announced, the name of the file without its extension. Files of equal names in
     * different folders are different chats, so their channels begin with their folders.
     *
     * @throws RefusedException when a stream has no name and no channel was given
     */
    public static String of(ChatFile file, FoundEvents events) {
        return events.options().channel().orElseGet(() -> fromName(file, events));
    }

    /** The conversation of this channel; empty after refusing the file when there is no channel, or its name is too long. */
    public static Optional<Conversation> conversation(String platform, ChatFile file, FoundEvents events) {
        AtomicReference<Conversation> conversation = new AtomicReference<>();
        events.at(EventPlace.whole(file.name()), () -> conversation.set(Conversation.of(platform, of(file, events))));
        return Optional.ofNullable(conversation.get());
    }

    private static String fromName(ChatFile file, FoundEvents events) {
        Optional<String> distinct =
                Optional.ofNullable(events.options().distinctNames().get(file.path()));
        String name = distinct.orElseGet(file::name);
        String end = name.toLowerCase(Locale.ROOT);
        String bare = name.substring(0, EXTENSIONS.matcher(end).replaceFirst("").length());
        if (bare.isEmpty()) {
            throw new RefusedException("no channel: the file has no name; give the channel with --channel");
        }
        events.assumed("Channels are taken from the names of files; --channel says otherwise.");
        if (distinct.isPresent()) {
            events.assumed("Files of the same name are different chats, so their folders are part of the channels: "
                    + file.path() + " is the channel " + bare + "; --channel joins them.");
        }
        return bare;
    }
}
