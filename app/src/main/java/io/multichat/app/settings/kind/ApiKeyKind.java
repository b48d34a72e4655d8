package io.multichat.app.settings.kind;

import java.util.Optional;
import java.util.regex.Pattern;

/** A key that travels in an HTTP header, or nothing. */
public record ApiKeyKind() implements ValueKind<Optional<String>> {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,512}");

    @Override
    public Optional<String> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!KEY.matcher(text).matches()) {
            throw new IllegalArgumentException("not printable ASCII");
        }
        return Optional.of(text);
    }

    @Override
    public String rule() {
        return "1 to 512 printable ASCII characters without blanks, or empty";
    }
}
