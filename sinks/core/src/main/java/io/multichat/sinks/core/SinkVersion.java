package io.multichat.sinks.core;

import java.util.Optional;

/** The version of the sinks, as the jar's manifest tells it. */
public final class SinkVersion {
    private SinkVersion() {}

    /** For example {@code 1.2.0}; {@code development} when the classes do not come from a packaged jar. */
    public static String get() {
        return Optional.ofNullable(SinkVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
