package io.multichat.formats.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The text of blocks, for messages whose text is empty. Mentions and links are written as Slack writes them in texts. */
final class BlockText {
    private BlockText() {}

    /** The texts of all blocks, a line each. */
    static String of(JsonNode blocks) {
        List<String> lines = new ArrayList<>();
        for (JsonNode block : blocks) {
            String line = inside(block).strip();
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    private static String inside(JsonNode element) {
        String mention = mention(element);
        if (!mention.isEmpty()) {
            return mention;
        }
        JsonNode text = element.path("text");
        StringBuilder all = new StringBuilder(
                text.isTextual() ? text.asText() : text.path("text").asText(""));
        for (String list : List.of("elements", "fields")) {
            element.path(list).forEach(child -> append(all, child));
        }
        element.path("rows").forEach(row -> row.forEach(cell -> append(all.append(all.isEmpty() ? "" : " "), cell)));
        return all.toString();
    }

    /** A mention, an emoji or a link; empty for other elements. */
    private static String mention(JsonNode element) {
        return switch (element.path("type").asText("")) {
            case "user" -> "<@" + element.path("user_id").asText() + ">";
            case "usergroup" -> "<!subteam^" + element.path("usergroup_id").asText() + ">";
            case "channel" -> "<#" + element.path("channel_id").asText() + ">";
            case "broadcast" -> "<!" + element.path("range").asText() + ">";
            case "emoji" -> ":" + element.path("name").asText() + ":";
            case "link" -> link(element);
            default -> "";
        };
    }

    private static void append(StringBuilder all, JsonNode child) {
        boolean section = child.path("type").asText("").startsWith("rich_text_");
        all.append(section && !all.isEmpty() ? "\n" : "").append(inside(child));
    }

    private static String link(JsonNode link) {
        String text = link.path("text").asText("");
        return "<" + link.path("url").asText() + (text.isEmpty() ? "" : "|" + text) + ">";
    }
}
