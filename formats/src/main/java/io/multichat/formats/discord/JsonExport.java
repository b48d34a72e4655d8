package io.multichat.formats.discord;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import io.multichat.formats.json.JsonDocument;
import io.multichat.formats.json.JsonElement;
import java.io.IOException;
import java.util.Optional;

/** One JSON file: a channel or thread, its messages, and their number at the end. */
final class JsonExport {
    private final ChatFile file;
    private final FoundEvents events;
    private final DiscordMessages messages;
    private Optional<JsonNode> channel = Optional.empty();
    private boolean counted;

    JsonExport(ChatFile file, FoundEvents events) {
        this.file = file;
        this.events = events;
        this.messages = new DiscordMessages(events);
    }

    void read() throws IOException {
        new JsonDocument()
                .on("channel", found -> channel = found.value())
                .on("messages[]", this::message)
                .on("messageCount", found -> counted = true)
                .read(file.open());
        if (!counted) {
            events.assumed("A file without messageCount at its end is complete.");
        }
    }

    private void message(JsonElement element) {
        EventPlace place = new EventPlace("message", element.number(), Optional.empty());
        events.at(place, () -> {
            JsonNode message = element.value().orElseThrow(() -> new RefusedException("larger than a message may be"));
            messages.read(place, conversation(), message);
        });
    }

    /** Of a thread, the category is the channel that it belongs to. */
    private Conversation conversation() {
        JsonNode found = channel.orElseThrow(() -> new RefusedException("the file does not say which channel it is"));
        String id = found.path("id").asText("");
        boolean thread = found.path("type").asText("").contains("Thread") && found.hasNonNull("categoryId");
        String parent = events.options()
                .channel()
                .orElse(thread ? found.path("categoryId").asText() : id);
        return Conversation.of(DiscordFormat.PLATFORM, events.options().inWorkspace(parent), thread ? id : "");
    }
}
