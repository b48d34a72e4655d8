package io.multichat.app.command.print;

import java.util.Optional;

/** The version of Multichat, which its jar states. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** {@code development} when the program does not run from a jar. */
    public static String get() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
