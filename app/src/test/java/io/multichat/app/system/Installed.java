package io.multichat.app.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The program as the build produces it and the launcher runs it. */
final class Installed {
    static final Path HOME = Path.of(System.getProperty("multichat.home"));

    private Installed() {}

    /** The command line of the program with these arguments. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dmultichat.home=" + HOME,
                "-cp",
                HOME.resolve("lib") + "/*",
                "io.multichat.app.Main"));
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
