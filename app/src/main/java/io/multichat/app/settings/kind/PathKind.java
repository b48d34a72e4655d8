package io.multichat.app.settings.kind;

import java.nio.file.Path;

/** A path; relative ones are relative to the working directory. */
public record PathKind() implements ValueKind<Path> {
    @Override
    public Path parse(String text) {
        return Path.of(text);
    }

    @Override
    public String rule() {
        return "a path";
    }
}
