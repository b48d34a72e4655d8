package io.multichat.formats.discord;

import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the channel of an export that does not contain its id: {@code Guild - Category - channel [123] [part 2].csv}. */
final class ExportName {
    private static final Pattern ID = Pattern.compile("\\[(\\d{5,20})\\]");

    private static final Pattern REST = Pattern.compile("(?: \\[part \\d+\\])?(?:\\.(?:csv|txt|gz|zst))++$");

    private ExportName() {}

    /**
     * The conversation of a file.
     *
     * @param known the channel that the file names; empty if it names none
     * @throws RefusedException when there is no name at all
     */
    static Conversation conversation(ChatFile file, FoundEvents events, String known) {
        if (events.options().channel().isPresent()) {
            return Conversation.of(
                    DiscordFormat.PLATFORM,
                    events.options().inWorkspace(events.options().channel().get()));
        }
        Matcher id = ID.matcher(file.name());
        if (id.find()) {
            return Conversation.of(DiscordFormat.PLATFORM, id.group(1));
        }
        String name = known.isEmpty() ? REST.matcher(file.name()).replaceFirst("") : known;
        if (name.isEmpty()) {
            throw new RefusedException("neither the file nor its name has a channel; give it with --channel");
        }
        events.assumed("Channels without an id are identified by their names; --channel says otherwise.");
        return Conversation.of(DiscordFormat.PLATFORM, events.options().inWorkspace(name));
    }
}
