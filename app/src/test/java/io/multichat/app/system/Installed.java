package io.multichat.app.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The program as the build produces it and the launcher runs it. */
final class Installed {
    static final Path HOME = Path.of(System.getProperty("multichat.home"));

    private Installed() {}

    /** The command line of the program with these arguments. Those that begin with {@code -D} set system properties of Java. */
    static List<String> command(String... arguments) {
        Map<Boolean, List<String>> properties =
                Arrays.stream(arguments).collect(Collectors.partitioningBy(each -> each.startsWith("-D")));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // Most of these processes end before the better code of the second compiler would pay.
                "-XX:TieredStopAtLevel=1",
                "-Dmultichat.home=" + HOME,
                "-cp",
                HOME.resolve("lib") + "/*"));
        command.addAll(properties.get(true));
        command.add("io.multichat.app.Main");
        command.addAll(properties.get(false));
        return command;
    }
}
