package io.multichat.topology.law;

import io.multichat.topology.law.model.PlainModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The sessions of a conversation are a function of its accepted messages and boundaries. They do not depend on the order of
 * arrival, on the time that passes, on redelivery, on aborted transactions or on the process that takes over the state; and no event
 * is lost. Compared with {@link PlainModel}.
 */
class SessionLawTest {
    private static Subjects subjects;
    private static Subject topology;
    private static Subject cutTopology;
    private static Subject task;
    private static Subject cutTask;

    @BeforeContainer
    static void open() {
        subjects = new Subjects();
        topology = subjects.open(WholeTopology::new, LawSettings.of(false));
        cutTopology = subjects.open(WholeTopology::new, LawSettings.of(true));
        task = subjects.open(RestartedTask::new, LawSettings.of(false));
        cutTask = subjects.open(RestartedTask::new, LawSettings.of(true));
    }

    @AfterContainer
    static void close() {
        subjects.close();
    }

    @Provide
    Arbitrary<List<Draft>> drafts() {
        return Chatter.drafts();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Chatter.steps(false);
    }

    @Provide
    Arbitrary<List<Step>> stepsWithFailures() {
        return Chatter.steps(true);
    }

    @Property(tries = 200)
    void sessionsDoNotDependOnTheOrderOfArrival(
            @ForAll("drafts") List<Draft> drafts, @ForAll boolean cuts, @ForAll Random random) {
        List<Draft> reversed = new ArrayList<>(drafts);
        Collections.reverse(reversed);
        List<Draft> shuffled = new ArrayList<>(drafts);
        Collections.shuffle(shuffled, random);
        for (List<Draft> order : List.of(drafts, reversed, shuffled)) {
            subjects.run(cuts ? cutTopology : topology, run -> {
                for (Draft each : order) {
                    run.publish(each);
                    run.commit();
                }
                run.end();
            });
        }
    }

    @Property(tries = 400)
    void sessionsDoNotDependOnElapsedTimeOrRedelivery(@ForAll("steps") List<Step> steps, @ForAll boolean cuts) {
        subjects.run(cuts ? cutTopology : topology, run -> run.take(steps));
    }

    @Property(tries = 1_000)
    void sessionsDoNotDependOnTheProcessThatKeepsThem(
            @ForAll("stepsWithFailures") List<Step> steps, @ForAll boolean cuts) {
        subjects.run(cuts ? cutTask : task, run -> run.take(steps));
    }
}
