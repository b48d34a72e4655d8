package io.multichat.sinks.core;

import java.util.Optional;

/** The version of the sinks, from the jar's manifest. */
public final class SinkVersion {
    private SinkVersion() {}

    /** The version, such as {@code 1.2.0}; {@code development} if the classes were not loaded from a packaged jar. */
    public static String get() {
        return Optional.ofNullable(SinkVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
