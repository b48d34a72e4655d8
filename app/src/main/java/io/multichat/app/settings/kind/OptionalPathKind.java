package io.multichat.app.settings.kind;

import java.nio.file.Path;
import java.util.Optional;

/** A path, or nothing, which leaves the place to the data directory. */
public record OptionalPathKind() implements ValueKind<Optional<Path>> {
    @Override
    public Optional<Path> parse(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    }

    @Override
    public String rule() {
        return "a path, or empty";
    }
}
