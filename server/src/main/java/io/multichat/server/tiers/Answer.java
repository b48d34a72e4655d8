package io.multichat.server.tiers;

/**
 * An answer and the tier that gave it.
 *
 * @param value the answer
 * @param source {@code state}, {@code redis}, {@code sqlite} or {@code archive}
 * @param complete false if no store holds all of it any more
 */
public record Answer<T>(T value, String source, boolean complete) {
    /** A complete answer. */
    Answer(T value, String source) {
        this(value, source, true);
    }

    /** The same answer, of which parts are lost. */
    Answer<T> withoutLostParts() {
        return new Answer<>(value, source, false);
    }
}
