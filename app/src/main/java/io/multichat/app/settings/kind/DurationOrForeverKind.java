package io.multichat.app.settings.kind;

import java.util.Optional;

/** A duration of at least a minute, or {@code forever}. */
public record DurationOrForeverKind() implements ValueKind<DurationOrForever> {
    public static final String FOREVER = "forever";
    private static final DurationKind BOUND = DurationKind.between("1m", "36500d");

    @Override
    public DurationOrForever parse(String text) {
        return new DurationOrForever(text.equals(FOREVER) ? Optional.empty() : Optional.of(BOUND.parse(text)));
    }

    @Override
    public String rule() {
        return FOREVER + ", or " + BOUND.rule();
    }
}
