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
 * What a machine has where Kafka is installed and Multichat's plugin folders are put beside it: the libraries of Kafka and of
 * nobody else, the folders as the build packages them, and the settings that the Docker image of the worker ships.
 */
final class KafkaInstallation {
    private static final Path HOME = Path.of(System.getProperty("multichat.home"));
    private static final Path SHIPPED =
            Path.of(System.getProperty("basedir")).resolveSibling("docker").resolve("connect");

    /** What lies beside Kafka's libraries because Multichat needs it: a plugin must bring its own. */
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

    /** For {@code plugin.path}: a folder of jars for each plugin. */
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

    /** The settings of a file of {@code docker/connect}. */
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
