package io.multichat.app.settings.kind;

import java.util.regex.Pattern;

/**
 * Text that matches a pattern.
 *
 * @param pattern must match the whole text
 * @param rule the pattern in words
 */
public record PatternKind(Pattern pattern, String rule) implements ValueKind<String> {
    private static final String PORT =
            "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

    /** A valid name for Kafka topics and groups, and for files. */
    public static final PatternKind NAME = new PatternKind(
            Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,150}"),
            "1 to 150 letters, digits, dots, underscores or hyphens");

    /** A key that is sent in an HTTP header. */
    public static final PatternKind API_KEY = new PatternKind(
            Pattern.compile("[\\x21-\\x7e]{1,512}"), "1 to 512 printable ASCII characters without blanks");

    public static final PatternKind HOST =
            new PatternKind(Pattern.compile("[a-zA-Z0-9._:%-]{1,255}"), "a host name or an IP address");

    /** Scheme, host and port. */
    public static final PatternKind ADDRESS = new PatternKind(
            Pattern.compile("https?://([a-zA-Z0-9.-]{1,255}|\\[[0-9a-fA-F:.]{2,45}\\]):" + PORT),
            "http:// or https://, a host without underscores and a port, such as http://10.0.0.7:8080");

    @Override
    public String parse(String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("no match");
        }
        return text;
    }
}
