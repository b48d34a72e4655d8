package io.multichat.server.tiers;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * An answer and the tier that gave it.
 *
 * @param value the answer
 * @param source {@code state}, {@code redis}, {@code sqlite} or {@code archive}
 * @param complete false if no store holds all of it any more
 * @param skipped the tiers that could not be asked, in the order of asking; one tier may have several reasons
 * @param stalenessMs the greatest age of a copy of the state that answered, in milliseconds; empty for any other answer
 */
public record Answer<T>(T value, String source, boolean complete, List<SkippedTier> skipped, OptionalLong stalenessMs) {
    public Answer {
        skipped = List.copyOf(skipped);
    }

    /** A complete answer. */
    Answer(T value, String source, List<SkippedTier> skipped) {
        this(value, source, true, skipped, OptionalLong.empty());
    }

    /** The same answer, of which parts are lost. */
    Answer<T> withoutLostParts() {
        return new Answer<>(value, source, false, skipped, stalenessMs);
    }

    /** Another value from the same tier. */
    <U> Answer<U> withValue(U other) {
        return new Answer<>(other, source, complete, skipped, stalenessMs);
    }

    /** The same answer, which also names the tiers that could not tell the details. */
    public Answer<T> with(PageDetails details) {
        List<SkippedTier> all =
                Stream.concat(skipped.stream(), details.skipped().stream()).toList();
        return new Answer<>(value, source, complete, all, stalenessMs);
    }
}
