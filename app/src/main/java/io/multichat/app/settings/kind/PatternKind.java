package io.multichat.app.settings.kind;

import java.util.regex.Pattern;

/**
 * A text of a certain shape.
 *
 * @param pattern what the whole text must match
 * @param rule the same for people
 */
public record PatternKind(Pattern pattern, String rule) implements ValueKind<String> {
    /** A name that Kafka takes for topics and groups, and that is a file name too. */
    public static final PatternKind NAME = new PatternKind(
            Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,150}"),
            "1 to 150 letters, digits, dots, underscores or hyphens");

    public static final PatternKind HOST =
            new PatternKind(Pattern.compile("[a-zA-Z0-9._:%-]{1,255}"), "a host name or an IP address");

    @Override
    public String parse(String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("another shape");
        }
        return text;
    }
}
