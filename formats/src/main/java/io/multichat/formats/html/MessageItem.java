package io.multichat.formats.html;

import io.multichat.formats.write.MessageView;
import java.util.Locale;

/** A message as an item of a page's list, with a link to itself. */
final class MessageItem {
    private MessageItem() {}

    /**
     * The item.
     *
     * @param reactions its reactions as HTML
     * @param continued true if the sender was named just before
     */
    static String html(MessageView message, String reactions, boolean continued) {
        String id = "m-" + PageText.encoded(message.id());
        String author = message.author();
        return "<li class=\"message " + TranscriptStyles.hue(message.sender().id()) + (continued ? " continued" : "")
                + (message.isDeleted() ? " deleted" : "") + "\" id=\"" + id
                + "\"><article><span class=\"avatar\" aria-hidden=\"true\">" + PageText.escaped(initial(author))
                + "</span><header><bdi class=\"sender\">" + PageText.escaped(author) + "</bdi>"
                + "<a class=\"time\" href=\"#" + PageText.encoded(id) + "\">" + PageText.clock(message.at())
                + "</a></header><div class=\"body\">\n" + reply(message)
                + (message.text().isEmpty()
                        ? ""
                        : "<div class=\"text\" dir=\"auto\">" + MessageText.html(message.text()) + "</div>\n")
                + MessageExtras.parts(message.parts()) + change(message) + reactions + "</div></article></li>\n";
    }

    private static String reply(MessageView message) {
        return message.replyTo()
                .map(id -> "<a class=\"reply\" href=\"#" + PageText.encoded("m-" + PageText.encoded(id))
                        + "\">Reply to <bdi>" + PageText.escaped(id) + "</bdi></a>\n")
                .orElse("");
    }

    private static String change(MessageView message) {
        if (message.isDeleted()) {
            return "<p class=\"note gone\">Deleted "
                    + PageText.time(message.deletedAt().orElseThrow()) + "</p>\n";
        }
        return message.editedAt().isEmpty()
                ? ""
                : "<p class=\"note\">edited " + PageText.time(message.editedAt().getAsLong()) + "</p>\n";
    }

    private static String initial(String author) {
        String name = author.strip();
        return name.isEmpty() ? "?" : Character.toString(name.codePointAt(0)).toUpperCase(Locale.ROOT);
    }
}
