package io.multichat.formats.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.FileChannel;
import io.multichat.formats.found.JsonLines;
import io.multichat.formats.found.JsonValues;
import io.multichat.formats.found.TurnTimes;
import io.multichat.formats.found.Turns;
import io.multichat.formats.json.JsonDocument;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Chats in the shape of OpenAI's interfaces. They have no names, so a file is a channel, and each of several chats in it a thread
 * that is named after its number.
 */
public final class OpenAiFormat implements FileFormat {
    static final String NAME = "openai";

    /** Where the turns of a chat are: Chat Completions, Responses, or a request of a batch with either. */
    private static final List<List<String>> TURNS =
            List.of(List.of("messages"), List.of("input"), List.of("body", "messages"), List.of("body", "input"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return isList(head)
                || isLinesOfTurns(head)
                || TURNS.stream()
                        .map(path -> String.join(".", path) + "[]")
                        .anyMatch(turn -> head.hasPaths(turn + ".role", turn + ".content")
                                || head.hasPaths("[]." + turn + ".role", "[]." + turn + ".content"));
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        Optional<TurnTimes> times = TurnTimes.of(file, events);
        Optional<Conversation> channel = FileChannel.conversation(NAME, file, events);
        if (times.isEmpty() || channel.isEmpty()) {
            return;
        }
        FileHead head = FileHead.of(file.path(), file.head());
        Turns turns = new Turns(events, times.get(), channel.get());
        if (isLinesOfTurns(head)) {
            JsonLines.read(file, events, new OpenAiTurns(turns)::read);
        } else if (isList(head)) {
            new JsonDocument()
                    .on("[]", JsonValues.each(events, "turn", new OpenAiTurns(turns)::read))
                    .read(file.open());
        } else {
            JsonValues.readConversations(file, events, (place, chat) -> {
                Conversation thread = Conversation.of(NAME, channel.get().channel(), Long.toString(place.number()));
                new OpenAiTurns(new Turns(events, times.get(), thread)).readAll(place, turns(chat));
            });
        }
    }

    private static boolean isList(FileHead head) {
        return head.hasPaths("[].role", "[].content");
    }

    private static boolean isLinesOfTurns(FileHead head) {
        return head.hasPaths("role", "content");
    }

    private static JsonNode turns(JsonNode chat) {
        for (List<String> path : TURNS) {
            JsonNode turns = chat;
            for (String field : path) {
                turns = turns.path(field);
            }
            if (turns.isArray()) {
                return turns;
            }
        }
        throw new RefusedException("no messages");
    }
}
