package io.multichat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every row of {@code docs/failures.md} names at least one test, and every test that it names exists. */
class FailureMatrixTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

    @Test
    void everyFaultIsProvedByATestThatExists() throws IOException {
        Map<String, Path> classes = testClasses();
        List<String> unproved = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/failures.md"))) {
            if (!line.startsWith("| ") || line.startsWith("| fault") || line.startsWith("| ---")) {
                continue;
            }
            List<MatchResult> named = TEST.matcher(line).results().toList();
            if (named.isEmpty() && !line.contains("`docker/drive`")) {
                unproved.add(line);
            }
            for (MatchResult test : named) {
                Path file = classes.get(test.group(1));
                if (file == null || !Files.readString(file).contains("void " + test.group(2) + "(")) {
                    unproved.add(test.group());
                }
            }
        }

        assertThat(unproved).isEmpty();
    }

    private static Map<String, Path> testClasses() throws IOException {
        Map<String, Path> classes = new HashMap<>();
        for (String module : List.of("sinks", "server", "topology", "jobs", "app")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                files.filter(file -> file.toString().matches(".*/src/test/.*(?:Test|IT)\\.java"))
                        .forEach(file ->
                                classes.put(file.getFileName().toString().replace(".java", ""), file));
            }
        }
        return classes;
    }
}
