package io.multichat.server.request;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The query of a request, checked against the parameters that its route takes. A parameter that would otherwise be ignored, such
 * as a misspelled one, is an error: an answer without a filter looks like an answer with it.
 */
public final class QueryString {
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    /** What the HTTP server has put in the place of bytes that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    /** Parameters whose value is a list, separated by commas or given one by one. */
    private static final Set<String> LISTS = Set.of("min-token");

    private final Map<String, String> values = new HashMap<>();

    private QueryString() {}

    /**
     * Parses a query.
     *
     * @param query the raw query, without the question mark; null for a request without one
     * @param names the parameters that the route takes
     * @throws IllegalArgumentException if a parameter is unknown, given twice or encoded incorrectly; names the parameter
     */
    public static QueryString parse(String query, List<String> names) {
        QueryString parsed = new QueryString();
        if (query != null) {
            for (String part : query.split("&")) {
                if (!part.isEmpty()) {
                    parsed.add(part, names);
                }
            }
        }
        return parsed;
    }

    /** The value of a parameter; empty if the request does not have it. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Decodes percent escapes and plus signs.
     *
     * @param name what the text is, for the error message
     * @throws IllegalArgumentException if an escape is incomplete or the bytes are not UTF-8
     */
    public static String decode(String name, String encoded) {
        if (BROKEN_ESCAPE.matcher(encoded).find()) {
            throw new IllegalArgumentException(name + " has an incomplete percent escape: \"" + ShownValue.of(encoded)
                    + "\"; write a percent sign as %25");
        }
        if (encoded.indexOf(REPLACEMENT) >= 0) {
            throw notUtf8(name, encoded, null);
        }
        // As Latin-1, every byte is one character, so the decoder below sees the bytes that were sent.
        String bytes = new String(encoded.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        byte[] decoded = URLDecoder.decode(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notUtf8(name, encoded, e);
        }
    }

    private static IllegalArgumentException notUtf8(String name, String encoded, CharacterCodingException cause) {
        return new IllegalArgumentException(
                name + " is not UTF-8: \"" + ShownValue.of(encoded) + "\"; encode the UTF-8 bytes of the text", cause);
    }

    private void add(String part, List<String> names) {
        int equals = part.indexOf('=');
        String name = decode("a parameter name", equals < 0 ? part : part.substring(0, equals));
        if (!names.contains(name)) {
            throw new IllegalArgumentException("unknown parameter \"" + ShownValue.of(name) + "\"; this path takes "
                    + (names.isEmpty() ? "no parameters" : String.join(", ", names)));
        }
        String value = decode(name, equals < 0 ? "" : part.substring(equals + 1));
        if (LISTS.contains(name)) {
            values.merge(name, value, (before, more) -> before + "," + more);
        } else if (values.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException(name + " is given more than once; give it once");
        }
    }
}
