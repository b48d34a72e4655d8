package io.multichat.benchmarks.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules that the root POM lists, with the classes that Maven compiled. The rules run in the last module. */
final class Modules {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Modules() {}

    /** The folders of all modules. */
    static List<Path> folders() {
        try {
            return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                    .results()
                    .map((MatchResult module) -> ROOT.resolve(module.group(1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes of all modules, without tests. */
    static JavaClasses mainClasses() {
        return new ClassFileImporter().importPaths(compiled("classes").toList());
    }

    /** The classes of all modules, including tests. */
    static JavaClasses allClasses() {
        return new ClassFileImporter()
                .importPaths(Stream.concat(compiled("classes"), compiled("test-classes"))
                        .toList());
    }

    private static Stream<Path> compiled(String kind) {
        return folders().stream()
                .map(module -> module.resolve(Path.of("target", kind)))
                .filter(Files::isDirectory);
    }
}
