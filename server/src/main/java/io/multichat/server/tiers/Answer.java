package io.multichat.server.tiers;

import java.util.List;

/**
 * An answer and the tier that gave it.
 *
 * @param value the answer
 * @param source {@code state}, {@code redis}, {@code sqlite} or {@code archive}
 * @param complete false if no store holds all of it any more
 * @param skipped the tiers that were asked before and could not answer
 */
public record Answer<T>(T value, String source, boolean complete, List<SkippedTier> skipped) {
    /** A complete answer of the first tier. */
    Answer(T value, String source) {
        this(value, source, true, List.of());
    }

    /** The same answer, of which parts are lost. */
    Answer<T> withoutLostParts() {
        return new Answer<>(value, source, false, skipped);
    }
}
