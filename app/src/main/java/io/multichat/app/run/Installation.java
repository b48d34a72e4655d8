package io.multichat.app.run;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that Multichat was built or unpacked into: {@code lib/} and {@code plugins/}. */
final class Installation {
    /** Set by the launcher. */
    private static final String HOME = "multichat.home";

    private Installation() {}

    /**
     * The folder of the Connect plugins.
     *
     * @throws IllegalStateException when the program was not started by its launcher
     */
    static Path plugins() {
        String home = System.getProperty(HOME, "");
        Path plugins = Path.of(home, "plugins");
        if (home.isEmpty() || !Files.isDirectory(plugins)) {
            throw new IllegalStateException(
                    "the Connect plugins are not found: start Multichat by ./multichat, or set -D" + HOME
                            + " to the folder that has lib and plugins (it is \"" + home + "\")");
        }
        return plugins;
    }
}
