package io.multichat.benchmarks.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Rules over the classes of all modules that the compiler and Checkstyle cannot see. Every package and class that a rule
 * names must exist, so that no rule survives a rename unnoticed.
 */
class ArchitectureTest {
    private static final String ROOT = "io.multichat";
    private static final String TOPOLOGY = ROOT + ".topology";
    private static final List<String> SPEAK_SQL = List.of(
            ROOT + ".sinks.sqlite",
            ROOT + ".jobs.export",
            ROOT + ".jobs.rebuild",
            ROOT + ".jobs.refill",
            ROOT + ".jobs.verify",
            ROOT + ".benchmarks.sink",
            ROOT + ".benchmarks.dev",
            ROOT + ".benchmarks.erase",
            ROOT + ".benchmarks.reading");
    private static final List<String> END_THE_PROCESS = List.of(ROOT + ".app.Main", ROOT + ".benchmarks.Main");
    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.Calendar.getInstance",
            "java.util.Date.<init>",
            "org.apache.kafka.common.utils.Time.SYSTEM",
            "org.apache.kafka.common.utils.SystemTime.getSystemTime");
    private static final Set<String> EXITS =
            Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt");

    private static final JavaClasses MULTICHAT = Modules.mainClasses();

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MULTICHAT);
    }

    @Test
    void theTopologyReadsNoWallClock() {
        noClasses()
                .that()
                .resideInAPackage(TOPOLOGY + "..")
                .should()
                .accessTargetWhere(describe("a wall clock is read", access -> isClock(access.getTarget())))
                .because("time comes from the events, or from Streams, which tests can move")
                .check(MULTICHAT);
    }

    @Test
    void onlyMainEndsTheProcess() {
        DescribedPredicate<JavaAccess<?>> exit =
                describe("the process is ended", access -> EXITS.contains(nameOf(access.getTarget())));

        noClasses()
                .that(DescribedPredicate.not(HasName.Predicates.nameMatching(String.join("|", END_THE_PROCESS))))
                .should()
                .accessTargetWhere(exit)
                .check(MULTICHAT);
    }

    @Test
    void callsAreDirect() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(MULTICHAT);
    }

    @Test
    void onlySqliteTheJobsThatSortAndTheBenchmarksUseSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        SPEAK_SQL.stream().map(name -> name + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .check(MULTICHAT);
    }

    @ParameterizedTest
    @FieldSource("SPEAK_SQL")
    void everyPackageExemptFromARuleExists(String name) {
        assertThat(MULTICHAT).anyMatch(type -> (type.getPackageName() + ".").startsWith(name + "."));
    }

    @ParameterizedTest
    @FieldSource("END_THE_PROCESS")
    void everyClassExemptFromARuleExists(String name) {
        assertThat(MULTICHAT.contain(name)).isTrue();
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
