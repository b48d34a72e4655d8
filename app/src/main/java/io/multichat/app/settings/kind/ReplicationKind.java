package io.multichat.app.settings.kind;

import io.multichat.events.text.WholeNumbers;

/** A replication factor; {@code -1} stands for the broker default. */
public record ReplicationKind() implements ValueKind<Short> {
    private static final short MAX = 100;

    @Override
    public Short parse(String text) {
        int replication = WholeNumbers.parseInt(text);
        if (replication == 0 || replication < -1 || replication > MAX) {
            throw new IllegalArgumentException("out of range");
        }
        return (short) replication;
    }

    @Override
    public String rule() {
        return "-1 (the broker default) or a whole number from 1 to " + MAX;
    }
}
