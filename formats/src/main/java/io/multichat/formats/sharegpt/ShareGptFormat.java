package io.multichat.formats.sharegpt;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.FileChannel;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.found.Required;
import io.multichat.formats.found.TurnSender;
import io.multichat.formats.found.TurnTimes;
import io.multichat.formats.found.Turns;
import io.multichat.formats.found.TypedContent;
import io.multichat.formats.json.JsonFields;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chats in the shape of ShareGPT: an array, or lines, of objects with a list of {@code from} and {@code value}, or of {@code role} and
 * {@code content}. A file is a channel, a chat a thread that is named after its id, or else after its number.
 */
public final class ShareGptFormat implements FileFormat {
    private static final String NAME = "sharegpt";
    private static final List<String> LISTS = List.of("conversations", "conversation", "items");
    private static final List<String> FROM = List.of("from", "role");
    private static final List<String> VALUE = List.of("value", "content");
    private static final Set<String> READ = Set.of("from", "role", "value", "content");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return LISTS.stream().anyMatch(list -> hasTurns(head, list + "[].") || hasTurns(head, "[]." + list + "[]."));
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        Optional<TurnTimes> times = TurnTimes.of(file, events);
        Optional<Conversation> channel = FileChannel.conversation(NAME, file, events);
        if (times.isEmpty() || channel.isEmpty()) {
            return;
        }
        JsonValues.readConversations(file, events, (place, chat) -> {
            String thread = JsonFields.text(chat, "id").orElseGet(() -> Long.toString(place.number()));
            Turns turns = new Turns(
                    events, times.get(), Conversation.of(NAME, channel.get().channel(), thread));
            JsonNode list = list(chat);
            // Some files have it beside the turns; it takes no time, so that they keep theirs.
            JsonFields.text(chat, "system")
                    .ifPresent(prompt -> turns.pass(
                            place,
                            Optional.empty(),
                            TurnSender.of("system", Optional.empty()),
                            FoundMessage.text(prompt)));
            list.forEach(turn -> turns.read(place, () -> pass(turns, place, turn)));
        });
    }

    private static boolean hasTurns(FileHead head, String path) {
        return FROM.stream().anyMatch(from -> head.hasPaths(path + from))
                && VALUE.stream().anyMatch(value -> head.hasPaths(path + value));
    }

    private static void pass(Turns turns, EventPlace place, JsonNode turn) {
        String from = JsonFields.text(turn, "role").orElseGet(() -> Required.text(turn, "from"));
        JsonNode value = turn.has("value") ? turn.path("value") : turn.path("content");
        if (!value.isTextual() && !value.isArray()) {
            throw new RefusedException("no value");
        }
        turns.pass(
                place,
                Optional.empty(),
                TurnSender.of(from, Optional.empty()),
                new TypedContent(value).content(Optional.empty(), JsonFields.rest(NAME, turn, READ)));
    }

    private static JsonNode list(JsonNode chat) {
        return LISTS.stream()
                .map(chat::path)
                .filter(JsonNode::isArray)
                .findFirst()
                .orElseThrow(() -> new RefusedException("no conversations"));
    }
}
