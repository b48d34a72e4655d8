package io.multichat.formats.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.FileChannel;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.found.Required;
import io.multichat.formats.found.TurnSender;
import io.multichat.formats.found.TurnTimes;
import io.multichat.formats.found.Turns;
import io.multichat.formats.found.TypedContent;
import io.multichat.formats.json.JsonDocument;
import io.multichat.formats.json.JsonFields;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An array of messages of LangChain: objects with a {@code type} and {@code content}, or both inside {@code data}. */
public final class LangChainFormat implements FileFormat {
    private static final String NAME = "langchain";
    private static final Set<String> READ = Set.of("type", "id", "name", "content", "tool_calls", "example");
    private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"(?:human|ai|system)\"");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        boolean messages = head.hasPaths("[].type", "[].content") || head.hasPaths("[].type", "[].data.content");
        return messages && TYPE.matcher(head.text()).find();
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        Optional<TurnTimes> times = TurnTimes.of(file, events);
        Optional<Conversation> channel = FileChannel.conversation(NAME, file, events);
        if (times.isPresent() && channel.isPresent()) {
            Turns turns = new Turns(events, times.get(), channel.get());
            new JsonDocument()
                    .on(
                            "[]",
                            JsonValues.each(
                                    events, "turn", (place, turn) -> turns.read(place, () -> pass(turns, place, turn))))
                    .read(file.open());
        }
    }

    private static void pass(Turns turns, EventPlace place, JsonNode turn) {
        String type = Required.text(turn, "type");
        JsonNode data = turn.has("data") ? turn.path("data") : turn;
        TypedContent said = new TypedContent(data.path("content"));
        data.path("tool_calls").forEach(call -> said.add("tool_call", call));
        turns.pass(
                place,
                JsonFields.text(data, "id"),
                TurnSender.of(type, JsonFields.text(data, "name")),
                said.content(Optional.empty(), JsonFields.rest(NAME, data, READ)));
    }
}
