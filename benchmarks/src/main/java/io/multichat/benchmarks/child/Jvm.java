package io.multichat.benchmarks.child;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JVM of a child process.
 *
 * @param options its options
 * @param classPath its class path
 */
public record Jvm(List<String> options, String classPath) {
    /** The JVM options with which the launcher starts Multichat, and the RocksDB of Kafka Streams. */
    public static final Jvm MULTICHAT = new Jvm(
            List.of(
                    "-Xmx768m",
                    "-XX:+UseSerialGC",
                    "-Dfile.encoding=UTF-8",
                    "-Duser.language=en",
                    "-Duser.country=US",
                    "-Duser.script=",
                    "-Duser.variant=",
                    "-Duser.extensions="),
            classPathWithout("frocksdbjni-"));

    /** Libraries that replace those of Multichat in Flink's process; Maven copies them to this folder beside the classes. */
    private static final String LIBRARIES = "flink";

    private static final List<String> OPENED_TO_FLINK = List.of(
            "java.lang",
            "java.net",
            "java.io",
            "java.nio",
            "java.lang.reflect",
            "java.text",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks");

    /**
     * The JVM of Flink. It has a RocksDB of its own with the same class names, uses the Kafka client that its connector was built
     * with, and opens the packages that Flink's launcher opens.
     */
    public static Jvm flink(String... options) {
        Stream<String> opened = OPENED_TO_FLINK.stream().map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED");
        return new Jvm(
                Stream.concat(Arrays.stream(options), opened).toList(),
                classes().resolveSibling(LIBRARIES) + "/*" + File.pathSeparator + classPathWithout("rocksdbjni-"));
    }

    /** The class path of this process without the jars whose names begin like this. */
    private static String classPathWithout(String jar) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(jar))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path classes() {
        try {
            return Path.of(Jvm.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the classes of the benchmarks are not in a folder or jar", e);
        }
    }
}
