package io.multichat.app.settings;

import java.util.Optional;

/** A duration of at least a minute, or {@code forever}. */
record RetentionKind() implements ValueKind<Retention> {
    static final String FOREVER = "forever";
    private static final DurationKind BOUND = DurationKind.between("1m", "36500d");

    @Override
    public Retention parse(String text) {
        return new Retention(text.equals(FOREVER) ? Optional.empty() : Optional.of(BOUND.parse(text)));
    }

    @Override
    public String rule() {
        return FOREVER + ", or " + BOUND.rule();
    }
}
