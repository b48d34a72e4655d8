package io.multichat.formats.meta;

import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.json.DamagedJsonException;
import io.multichat.formats.json.JsonDocument;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One JSON file of a thread. It is read twice, because the name of the thread follows its messages. */
final class MetaThread {
    private final String platform;
    private final ChatFile file;
    private final FoundEvents events;

    MetaThread(String platform, ChatFile file, FoundEvents events) {
        this.platform = platform;
        this.file = file;
        this.events = events;
    }

    void read() throws IOException {
        Optional<Conversation> conversation = MetaChannel.of(platform, path(), file, events);
        if (conversation.isPresent()) {
            MetaMessages messages = new MetaMessages(platform, conversation.get(), events);
            try {
                new JsonDocument()
                        .on("messages[]", JsonValues.each(events, "message", messages::read))
                        .read(file.open());
            } finally {
                messages.end();
            }
        }
    }

    /** The path of the thread; empty if the file ends before it. */
    private String path() throws IOException {
        AtomicReference<String> path = new AtomicReference<>("");
        try {
            new JsonDocument()
                    .on("thread_path", element -> path.set(element.text().orElse("")))
                    .on(EncryptedThread.NAME, element -> path.set(element.text().orElse("")))
                    .read(file.open());
            return path.get();
        } catch (DamagedJsonException e) {
            // The second reading reports it after the messages that are intact.
            return path.get();
        }
    }
}
