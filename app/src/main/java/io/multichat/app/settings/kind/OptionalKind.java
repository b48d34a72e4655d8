package io.multichat.app.settings.kind;

import java.util.Optional;

/**
 * A value that may be left empty.
 *
 * @param kind of a value that is not empty
 */
public record OptionalKind<T>(ValueKind<T> kind) implements ValueKind<Optional<T>> {
    @Override
    public Optional<T> parse(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(kind.parse(text));
    }

    @Override
    public String rule() {
        return kind.rule() + ", or empty";
    }
}
