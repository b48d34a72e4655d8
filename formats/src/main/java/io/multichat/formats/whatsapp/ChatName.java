package io.multichat.formats.whatsapp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the name of a chat in the path of its file. */
final class ChatName {
    /** {@code WhatsApp Chat with NAME}, also in other languages. */
    private static final Pattern EXPORT = Pattern.compile(
            "(?:WhatsApp[ -]Chat|Chat (?:de|do|di) WhatsApp|Conversa do WhatsApp|Discussion WhatsApp|WhatsApp-chat)"
                    + "(?: (?:with|mit|con|com|avec|met|-))? (?<name>.+)",
            Pattern.CASE_INSENSITIVE);

    /** The file in an iPhone's zip; the zip has the name. */
    private static final String IN_ZIP = "_chat";

    private ChatName() {}

    /** The name; empty if the path has none. */
    static Optional<String> of(String path) {
        String[] names = path.split("/");
        String last = withoutExtension(names[names.length - 1]);
        if (last.startsWith(IN_ZIP) && names.length > 1) {
            last = withoutExtension(names[names.length - 2]);
        }
        Matcher export = EXPORT.matcher(last);
        String name = export.matches() ? export.group("name") : last;
        return Optional.of(name.strip()).filter(text -> !text.isEmpty());
    }

    private static String withoutExtension(String name) {
        return name.replaceFirst("\\.(?:txt|zip|gz|zst)(?:\\.(?:gz|zst))?$", "");
    }
}
