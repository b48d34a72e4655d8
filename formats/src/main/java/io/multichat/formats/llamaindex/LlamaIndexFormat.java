package io.multichat.formats.llamaindex;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.found.Required;
import io.multichat.formats.found.TurnSender;
import io.multichat.formats.found.TurnTimes;
import io.multichat.formats.found.Turns;
import io.multichat.formats.found.TypedContent;
import io.multichat.formats.json.JsonDocument;
import io.multichat.formats.json.JsonFields;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A {@code SimpleChatStore} of LlamaIndex: an object whose {@code store} has a list of turns for each key. It is held in memory. */
public final class LlamaIndexFormat implements FileFormat {
    private static final String NAME = "llamaindex";
    private static final Set<String> READ = Set.of("role", "content", "blocks");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return head.jsonPaths().stream().anyMatch(path -> path.startsWith("store.") && path.endsWith("[].role"));
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        Optional<TurnTimes> times = TurnTimes.of(file, events);
        if (times.isPresent()) {
            new JsonDocument()
                    .on(
                            "store",
                            JsonValues.each(events, "store", (place, store) -> read(events, place, store, times.get())))
                    .read(file.open());
        }
    }

    private static void read(FoundEvents events, EventPlace place, JsonNode store, TurnTimes times) {
        for (Map.Entry<String, JsonNode> chat : store.properties()) {
            events.at(place, () -> {
                Turns turns = new Turns(events, times, Conversation.of(NAME, chat.getKey()));
                chat.getValue().forEach(turn -> turns.read(place, () -> pass(turns, place, turn)));
            });
        }
    }

    private static void pass(Turns turns, EventPlace place, JsonNode turn) {
        String role = Required.text(turn, "role");
        JsonNode content = turn.has("blocks") ? turn.path("blocks") : turn.path("content");
        turns.pass(
                place,
                Optional.empty(),
                TurnSender.of(role, Optional.empty()),
                new TypedContent(content).content(Optional.empty(), JsonFields.rest(NAME, turn, READ)));
    }
}
