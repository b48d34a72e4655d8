package io.multichat.topology.law;

import io.multichat.events.EventType;
import io.multichat.topology.settings.RetentionSettings;
import io.multichat.topology.settings.TopologySettings.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The laws with a session retention, and with a low limit on waiting edits. */
class BoundedLawTest {
    /** Seven gaps, so that the earliest times of a run are just in time or a millisecond too late. */
    private static final Duration RETENTION = Duration.ofMinutes(56);

    private static Subjects subjects;
    private static Subject forgetful;
    private static Subject impatient;

    @BeforeContainer
    static void open() {
        subjects = new Subjects();
        RetentionSettings retention = new RetentionSettings(Optional.of(RETENTION), Optional.empty());
        Limits fewEdits = new Limits(1 << 20, 2, 1 << 20);
        forgetful = subjects.open(WholeTopology::new, LawSettings.of(Optional.empty(), retention, Limits.defaults()));
        impatient = subjects.open(
                RestartedTask::new, LawSettings.of(Optional.empty(), RetentionSettings.FOREVER, fewEdits));
    }

    @AfterContainer
    static void close() {
        subjects.close();
    }

    /**
     * Without publishers' orders, which cannot be compared with a numbering that restarts after a conversation was removed. Without
     * deletions and erasures, because it is uncertain when a session or a marker has been removed.
     */
    @Provide
    Arbitrary<List<Step>> unorderedSteps() {
        return Chatter.steps(false)
                .map(steps -> steps.stream()
                        .filter(each -> each.draft().type() != EventType.SESSION_DELETED
                                && each.draft().type() != EventType.PARTICIPANT_ERASED)
                        .map(each -> each.after(each.draft().unordered()))
                        .toList());
    }

    /** Of a single conversation, because all conversations share the limit. */
    @Provide
    Arbitrary<List<Step>> stepsOfOne() {
        return Chatter.steps(true)
                .map(steps -> steps.stream()
                        .map(each -> each.after(each.draft().inFirst()))
                        .toList());
    }

    @Property(tries = 250)
    void eventsOlderThanTheRetentionAreTooLateAndChangeNothing(@ForAll("unorderedSteps") List<Step> steps) {
        subjects.run(forgetful, run -> run.take(steps));
    }

    @Property(tries = 250)
    void noMoreEditsWaitThanTheLimitAllows(@ForAll("stepsOfOne") List<Step> steps) {
        subjects.run(impatient, run -> run.take(steps));
    }
}
