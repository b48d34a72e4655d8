package io.multichat.formats.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.formats.EventPlace;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.TurnSender;
import io.multichat.formats.found.Turns;
import io.multichat.formats.found.TypedContent;
import io.multichat.formats.json.JsonFields;
import java.util.Optional;
import java.util.Set;

/** Reads the turns of one chat. */
final class OpenAiTurns {
    private static final Set<String> READ =
            Set.of("id", "role", "name", "content", "tool_calls", "function_call", "type", "arguments", "output");

    private final Turns turns;

    OpenAiTurns(Turns turns) {
        this.turns = turns;
    }

    /** Reads a list of turns. */
    void readAll(EventPlace place, JsonNode list) {
        list.forEach(turn -> read(place, turn));
    }

    /** Reads the next turn. */
    void read(EventPlace place, JsonNode turn) {
        turns.read(
                place,
                () -> turns.pass(
                        place,
                        JsonFields.text(turn, "id"),
                        TurnSender.of(role(turn), JsonFields.text(turn, "name")),
                        said(turn).content(Optional.empty(), JsonFields.rest(OpenAiFormat.NAME, turn, READ))));
    }

    /** Items of the Responses interface that are not messages have a type but no role. */
    private static String role(JsonNode turn) {
        return JsonFields.text(turn, "role")
                .orElseGet(() -> switch (JsonFields.text(turn, "type").orElse("")) {
                    case "function_call", "function_call_output" -> "tool";
                    case "reasoning" -> "system";
                    default -> throw new RefusedException("no role");
                });
    }

    private static TypedContent said(JsonNode turn) {
        TypedContent said = new TypedContent(turn.path("content"));
        JsonFields.text(turn, "output").ifPresent(said::addText);
        turn.path("tool_calls").forEach(call -> said.add("tool_call", call));
        if (turn.path("function_call").isObject()) {
            said.add("tool_call", turn.path("function_call"));
        }
        if (turn.path("arguments").isTextual()) {
            ObjectNode call = JsonNodeFactory.instance.objectNode();
            call.set("name", turn.path("name"));
            call.set("arguments", turn.path("arguments"));
            said.add("tool_call", call);
        }
        return said;
    }
}
