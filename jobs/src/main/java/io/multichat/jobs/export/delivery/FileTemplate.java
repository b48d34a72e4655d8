package io.multichat.jobs.export.delivery;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.text.Rfc3339;
import io.multichat.formats.write.SafeName;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names files: a relative path with placeholders, whose values are made safe, so that no name leads out of the folder.
 *
 * @param template the path without extension
 */
public record FileTemplate(String template) {
    /** The placeholders, for messages. */
    public static final String PLACEHOLDERS = "{platform}, {channel}, {conversation}, {session}, {date}, {state}";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w*)\\}");
    /** No hidden name, no name that looks like a flag, no blank or dot at an end. */
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}._ -]*[\\p{L}\\p{N}_-])?");

    /** Precedes the name of a thread. Occurs in no safe name, and not in the names of parts. */
    private static final String THREAD = "~~";

    private static final List<String> KNOWN =
            List.of("platform", "channel", "conversation", "session", "date", "state");

    /** @throws IllegalArgumentException when the template has unknown placeholders or is not a safe relative path */
    public FileTemplate {
        Matcher placeholder = PLACEHOLDER.matcher(template);
        while (placeholder.find()) {
            if (!KNOWN.contains(placeholder.group(1))) {
                throw new IllegalArgumentException(placeholder.group() + " is not a placeholder; use " + PLACEHOLDERS);
            }
        }
        if (!Stream.of(template.split("/", -1)).allMatch(FileTemplate::isSafe)) {
            throw new IllegalArgumentException("\"" + template
                    + "\" is not a relative path of letters, digits, dots, underscores, hyphens and placeholders; use "
                    + PLACEHOLDERS);
        }
    }

    /** True when every session has a file of its own. */
    public boolean separatesSessions() {
        return template.contains("{session}");
    }

    /**
     * True when files would have the name of a file that lists what the delivery contains, such as the manifest.
     *
     * @param extension the extension of files, without a dot
     */
    public boolean isTaken(String extension) {
        int slash = template.indexOf('/');
        return SafeName.isList(slash < 0 ? template + "." + extension : template.substring(0, slash));
    }

    /** The path of a session's file, without extension. */
    public String path(SessionSnapshot session) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), session)));
    }

    private static boolean isSafe(String segment) {
        return SEGMENT.matcher(PLACEHOLDER.matcher(segment).replaceAll("x")).matches();
    }

    private static String value(String placeholder, SessionSnapshot session) {
        Conversation conversation = session.conversation();
        return switch (placeholder) {
            case "platform" -> SafeName.of(conversation.platform());
            case "channel" -> SafeName.of(conversation.channel());
            case "conversation" ->
                SafeName.of(conversation.channel())
                        + conversation
                                .thread()
                                .map(thread -> THREAD + SafeName.of(thread))
                                .orElse("");
            case "session" -> session.sessionId().toString();
            case "date" -> Rfc3339.format(session.span().startedAt()).substring(0, 10);
            case "state" -> session.status().state().wireName();
            default -> throw new IllegalArgumentException(placeholder);
        };
    }
}
