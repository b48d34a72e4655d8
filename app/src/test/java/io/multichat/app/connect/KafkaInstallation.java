package io.multichat.app.connect;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a machine with Kafka and Multichat's plugin folders: Kafka's libraries and no others, the folders as the build
 * packages them, and the settings shipped in the worker's Docker image.
 */
final class KafkaInstallation {
    private static final Path HOME = Path.of(System.getProperty("multichat.home"));
    private static final Path SHIPPED =
            Path.of(System.getProperty("basedir")).resolveSibling("docker").resolve("connect");

    /**
     * Prefixes of the libraries that only Multichat needs. A Kafka installation lacks them, so a plugin must bring its own.
     */
    private static final List<String> NOT_OF_KAFKA = List.of(
            "multichat-",
            "jedis-",
            "sqlite-jdbc-",
            "commons-pool2-",
            "embedded-redis-",
            "javalin-",
            "picocli-",
            "hash4j-",
            "rocksdbjni-",
            "kafka-streams-");

    private KafkaInstallation() {}

    /** The {@code plugin.path}: one folder of jars for each plugin. */
    static Path plugins() {
        return HOME.resolve("plugins");
    }

    static String classPath() {
        try (Stream<Path> libraries = Files.list(HOME.resolve("lib"))) {
            return libraries
                    .filter(library -> NOT_OF_KAFKA.stream()
                            .noneMatch(library.getFileName().toString()::startsWith))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new IllegalStateException("there is no installation in " + HOME, e);
        }
    }

    /** The settings in a file of {@code docker/connect}. */
    static Properties shipped(String name) {
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(SHIPPED.resolve(name))) {
            settings.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException("there is no " + name + " in " + SHIPPED, e);
        }
        return settings;
    }
}
