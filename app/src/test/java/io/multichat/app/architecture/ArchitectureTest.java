package io.multichat.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Rules over the classes of all modules that the compiler and Checkstyle cannot see. A rule also holds where it has
 * nothing to check yet.
 */
class ArchitectureTest {
    private static final String ROOT = "io.multichat";
    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.Calendar.getInstance",
            "java.util.Date.<init>",
            "org.apache.kafka.common.utils.Time.SYSTEM",
            "org.apache.kafka.common.utils.SystemTime.getSystemTime");
    private static final Set<String> EXITS =
            Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt");

    private static final JavaClasses MULTICHAT = new ClassFileImporter().importPackages(ROOT);

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MULTICHAT);
    }

    @Test
    void theTopologyReadsNoWallClock() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".topology..")
                .should()
                .accessTargetWhere(describe("a wall clock is read", access -> isClock(access.getTarget())))
                .because("time comes from the events, or from Streams, which tests can move")
                .allowEmptyShould(true)
                .check(MULTICHAT);
    }

    @Test
    void onlyMainEndsTheProcess() {
        DescribedPredicate<JavaAccess<?>> exit =
                describe("the process is ended", access -> EXITS.contains(nameOf(access.getTarget())));

        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".app.Main")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".benchmarks.Main")
                .should()
                .accessTargetWhere(exit)
                .allowEmptyShould(true)
                .check(MULTICHAT);
    }

    @Test
    void callsAreDirect() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .allowEmptyShould(true)
                .check(MULTICHAT);
    }

    @Test
    void onlySqliteTheExportAndTheBenchmarksSpeakSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".sinks.sqlite..",
                        ROOT + ".jobs.export..",
                        ROOT + ".app.system..",
                        ROOT + ".app.connect..",
                        ROOT + ".benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .allowEmptyShould(true)
                .check(MULTICHAT);
    }

    private static boolean isClock(AccessTarget target) {
        String owner = target.getOwner().getName();
        boolean now = owner.startsWith("java.time.") && target.getName().matches("now|system.*|tick.*");
        return now || CLOCKS.contains(nameOf(target));
    }

    private static String nameOf(AccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }
}
