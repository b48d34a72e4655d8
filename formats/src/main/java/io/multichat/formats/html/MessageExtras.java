package io.multichat.formats.html;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Sender;
import io.multichat.formats.write.ExportedMessage;
import java.util.Set;
import java.util.stream.Collectors;

/** What follows the text of a message: its parts and reactions. */
final class MessageExtras {
    private static final Set<String> FILES = Set.of("attachment", "image", "file");

    private MessageExtras() {}

    /** The parts of a message: files with a link to their page, everything else folded as JSON. */
    static String parts(JsonNode parts) {
        StringBuilder html = new StringBuilder();
        for (JsonNode part : parts) {
            html.append(FILES.contains(part.path("type").asText()) ? file(part) : folded(part));
        }
        return html.toString();
    }

    /** The reactions that stand. */
    static String reactions(ExportedMessage message) {
        return message.standing().entrySet().stream()
                .map(reaction -> "<li title=\""
                        + PageText.escaped(reaction.getValue().stream()
                                .map(sender -> sender.name().orElse(sender.id()))
                                .collect(Collectors.joining(", ")))
                        + "\">" + PageText.name(reaction.getKey()) + "<span class=\"number\">"
                        + reaction.getValue().size() + "</span></li>")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(),
                        all -> all.isEmpty() ? "" : "<ul class=\"reactions\">" + all + "</ul>\n"));
    }

    private static String file(JsonNode part) {
        String url = part.path("url").asText("");
        String name = PageText.name(part.path("name").asText(part.path("path").asText(url)));
        boolean web = url.startsWith("https://") || url.startsWith("http://");
        return "<div class=\"part attachment\"><span class=\"part-kind\">file</span>"
                + (web ? MessageText.link(url, name) : name) + "</div>\n";
    }

    private static String folded(JsonNode part) {
        String name = part.path("name").asText("");
        return "<details class=\"part tool\"><summary><span class=\"part-kind\">"
                + PageText.name(part.path("type").asText("part").replace('_', ' '))
                + "</span> <span class=\"tool-name\">"
                + PageText.name(name) + "</span></summary><pre class=\"code\" dir=\"ltr\">"
                + PageText.escaped(part.toPrettyString()) + "</pre></details>\n";
    }

    static String name(Sender sender) {
        return PageText.name(sender.name().orElse(sender.id()));
    }
}
