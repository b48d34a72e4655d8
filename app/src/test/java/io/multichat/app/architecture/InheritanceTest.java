package io.multichat.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Inheritance is at most two deep, in the classes and in the tests of every module. Run in the last module too. */
class InheritanceTest {
    private static final String ROOT = "io.multichat";
    private static final int DEEPEST = 2;
    private static final Set<Class<?>> BASES = Set.of(Object.class, Record.class, Enum.class);
    private static final List<String> MODULES = List.of(
            "events", "topology", "sinks/core", "sinks/redis", "sinks/sqlite", "sinks/archive", "app", "benchmarks");

    private static final ArchRule SHALLOW = classes().should(beAtMostTwoDeep()).allowEmptyShould(true);

    @Test
    void classesAreAtMostTwoDeep() {
        SHALLOW.check(new ClassFileImporter().importPackages(ROOT));
    }

    /** The tests of other modules are on nobody's class path, so they are read from where Maven puts them. */
    @Test
    void testsAreAtMostTwoDeep() {
        Stream<Path> folders = MODULES.stream()
                .map(module -> Path.of("..", module, "target", "test-classes"))
                .filter(Files::isDirectory);

        JavaClasses tests = new ClassFileImporter().importPaths(folders.toList());

        SHALLOW.check(tests);
    }

    private static ArchCondition<JavaClass> beAtMostTwoDeep() {
        return ArchCondition.from(describe("at most " + DEEPEST + " deep", type -> depth(type) <= DEEPEST));
    }

    /** Own classes in the chain, plus one for the first foreign class that is not Object, Record or Enum. */
    private static int depth(JavaClass type) {
        int depth = 0;
        for (JavaClass step : type.getClassHierarchy()) {
            if (!step.getPackageName().startsWith(ROOT)) {
                return BASES.stream().anyMatch(step::isEquivalentTo) ? depth : depth + 1;
            }
            depth++;
        }
        return depth;
    }
}
