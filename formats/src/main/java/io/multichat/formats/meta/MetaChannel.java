package io.multichat.formats.meta;

import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.FileChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Names the conversation of a thread. */
final class MetaChannel {
    /** What the files of a thread are called, in a folder that is named as the thread. */
    static final Pattern FILE_NAME = Pattern.compile("message_\\d+\\.(?:json|html)");

    private MetaChannel() {}

    /**
     * The conversation; empty after refusing the file when it cannot be named.
     *
     * @param path the path of the thread; only its last name is used, because its folder changes when a thread is archived. Empty
     *     if the file does not have it
     */
    static Optional<Conversation> of(String platform, String path, ChatFile file, FoundEvents events) {
        AtomicReference<Conversation> conversation = new AtomicReference<>();
        events.at(EventPlace.whole(file.name()), () -> {
            String thread = Mojibake.repaired(path);
            String channel = thread.isEmpty() ? fromFile(file, events) : thread.substring(thread.lastIndexOf('/') + 1);
            conversation.set(Conversation.of(platform, channel));
        });
        return Optional.ofNullable(conversation.get());
    }

    private static String fromFile(ChatFile file, FoundEvents events) {
        String[] names = file.path().split("/");
        String folder = names.length > 1 ? names[names.length - 2] : "";
        if (folder.isEmpty()
                || events.options().channel().isPresent()
                || !FILE_NAME.matcher(file.name()).matches()) {
            return FileChannel.of(file, events);
        }
        events.assumed("Threads whose path is not in the file are named after their folder; --channel says otherwise.");
        return folder;
    }
}
