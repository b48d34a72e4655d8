package io.multichat.formats.html;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Sender;
import io.multichat.formats.write.ExportedMessage;
import java.util.stream.Collectors;

/** What follows the text of a message: its parts and reactions. */
final class MessageExtras {
    private MessageExtras() {}

    static String parts(JsonNode parts) {
        StringBuilder html = new StringBuilder();
        for (JsonNode part : parts) {
            String url = part.path("url").asText("");
            String name = part.path("name").asText(part.path("path").asText(url));
            boolean web = url.startsWith("https://") || url.startsWith("http://");
            String shown = web
                    ? "<a rel=\"noopener noreferrer nofollow\" href=\"" + PageText.escaped(url) + "\">"
                            + PageText.name(name) + "</a>"
                    : PageText.name(name);
            html.append("<div class=\"note\">")
                    .append(PageText.escaped(part.path("type").asText("part")))
                    .append(" ")
                    .append(shown)
                    .append("</div>\n");
        }
        return html.toString();
    }

    static String reactions(ExportedMessage message) {
        return message.standing().entrySet().stream()
                .map(reaction -> "<span>" + PageText.name(reaction.getKey()) + " "
                        + reaction.getValue().stream().map(MessageExtras::name).collect(Collectors.joining(", "))
                        + "</span>")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" · "),
                        all -> all.isEmpty() ? "" : "<div class=\"note\">" + all + "</div>\n"));
    }

    static String name(Sender sender) {
        return PageText.name(sender.name().orElse(sender.id()));
    }
}
