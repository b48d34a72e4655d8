package io.multichat.formats.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.formats.write.MessageView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One turn of a chat: the messages of neighbours with the same role, because such a chat alternates. When several people speak, each
 * message begins with the name of its author.
 */
final class Turn {
    /** Bounds the memory that a turn takes. */
    private static final int MAX_CHARS = 1 << 20;

    private final String role;
    private final List<MessageView> messages = new ArrayList<>();
    private final Set<String> senders = new LinkedHashSet<>();
    private int chars;

    Turn(String role) {
        this.role = role;
    }

    /** True when the message continues this turn. Calls of tools and their results are turns of their own. */
    boolean accepts(String nextRole, MessageView message) {
        return role.equals(nextRole)
                && chars < MAX_CHARS
                && !role.equals("tool")
                && message.parts().isEmpty()
                && messages.stream().allMatch(earlier -> earlier.parts().isEmpty());
    }

    void add(MessageView message) {
        messages.add(message);
        senders.add(message.sender().id());
        chars += message.text().length() + 1;
    }

    JsonNode toJson() {
        ObjectNode turn = JsonNodeFactory.instance.objectNode().put("role", role);
        if (role.equals("user") && senders.size() == 1) {
            String name = senders.iterator().next().replaceAll("[^a-zA-Z0-9_-]", "_");
            turn.put("name", name.substring(0, Math.min(name.length(), 64)));
        }
        turn.put("content", content());
        for (JsonNode part : messages.get(0).parts()) {
            if (part.path("type").asText("").equals("tool_call")
                    && part.path("function").isObject()) {
                ObjectNode call = turn.withArray("/tool_calls").addObject();
                call.set("id", part.path("id"));
                call.put("type", "function").set("function", part.path("function"));
            }
        }
        JsonNode call = messages.get(0).attribute(OpenAiFormat.NAME, "tool_call_id");
        return call.isTextual() ? turn.set("tool_call_id", call) : turn;
    }

    private String content() {
        List<String> texts = new ArrayList<>();
        for (MessageView message : messages) {
            texts.add(senders.size() > 1 ? message.author() + ": " + message.text() : message.text());
        }
        return String.join("\n", texts);
    }
}
