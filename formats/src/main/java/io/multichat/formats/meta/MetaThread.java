package io.multichat.formats.meta;

import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.FileChannel;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.json.JsonDocument;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** One JSON file of a thread. It is read twice, because the name of the thread follows its messages. */
final class MetaThread {
    private final String platform;
    private final ChatFile file;
    private final FoundEvents events;
    private final AtomicReference<String> path = new AtomicReference<>("");

    MetaThread(String platform, ChatFile file, FoundEvents events) {
        this.platform = platform;
        this.file = file;
        this.events = events;
    }

    void read() throws IOException {
        new JsonDocument()
                .on("thread_path", element -> path.set(element.text().orElse("")))
                .read(file.open());
        events.at(EventPlace.whole(file.name()), () -> path.set(channel()));
        if (!path.get().isEmpty()) {
            MetaMessages messages = new MetaMessages(platform, Conversation.of(platform, path.get()), events);
            new JsonDocument()
                    .on("messages[]", JsonValues.each(events, "message", messages::read))
                    .read(file.open());
        }
    }

    /** The last name of the path, because its folder changes when a thread is archived. */
    private String channel() {
        String thread = Mojibake.repaired(path.get());
        return thread.isEmpty() ? FileChannel.of(file, events) : thread.substring(thread.lastIndexOf('/') + 1);
    }
}
