package io.multichat.benchmarks.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Inheritance is at most two deep, in the classes and in the tests of every module. */
class InheritanceTest {
    private static final String ROOT = "io.multichat";
    private static final int DEEPEST = 2;
    private static final Set<Class<?>> BASES = Set.of(Object.class, Record.class, Enum.class);

    @Test
    void classesAndTestsAreAtMostTwoDeep() {
        classes().should(beAtMostTwoDeep()).check(Modules.allClasses());
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
