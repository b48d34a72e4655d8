package io.multichat.benchmarks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A package is small enough to take in at a glance, and its description says what it is for. */
class PackageSizeTest {
    private static final int MOST_FILES = 25;

    @ParameterizedTest
    @MethodSource("sources")
    void noPackageHasTooManyFiles(Path sources) throws IOException {
        assertThat(filesByFolder(sources))
                .allSatisfy((folder, files) ->
                        assertThat(files).as("files in %s", folder).isLessThanOrEqualTo(MOST_FILES));
    }

    static Stream<Path> sources() {
        return Modules.folders().stream()
                .flatMap(module -> Stream.of("main", "test").map(kind -> module.resolve(Path.of("src", kind, "java"))))
                .filter(Files::isDirectory);
    }

    private static Map<Path, Long> filesByFolder(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
        }
    }
}
