package io.multichat.app.run;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that Multichat is installed in, with {@code lib/} and {@code plugins/}. */
final class Installation {
    /** Set by the launcher. */
    private static final String HOME = "multichat.home";

    private Installation() {}

    /**
     * The folder of the Connect plugins.
     *
     * @throws IllegalStateException when the launcher did not start the program
     */
    static Path plugins() {
        String home = System.getProperty(HOME, "");
        Path plugins = Path.of(home, "plugins");
        if (home.isEmpty() || !Files.isDirectory(plugins)) {
            throw new IllegalStateException("no Connect plugins found: start Multichat with ./multichat, or set -D"
                    + HOME + " to the folder that contains lib and plugins (it is \"" + home + "\")");
        }
        return plugins;
    }
}
