package io.multichat.formats.testing;

import io.multichat.formats.ReadOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Options for files whose turns have no times. */
public final class Started {
    private Started() {}

    /** The first turn at the beginning of 2026, and this long between two turns. */
    public static ReadOptions every(Duration step) {
        return new ReadOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                Optional.of(step),
                1 << 20,
                Map.of());
    }
}
