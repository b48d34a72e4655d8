package io.multichat.sinks.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.reading.SessionReader;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.conformance.history.Histories;
import io.multichat.sinks.core.conformance.history.History;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The property that every sink must have. */
public abstract class SinkConformance {
    /** About one history in four erases something. */
    private static final int MOST_HISTORIES = 100;

    private final Supplier<SinkUnderTest> sinks;

    /**
     * Creates the test of a sink.
     *
     * @param sinks supplies sinks with an empty store
     */
    protected SinkConformance(Supplier<SinkUnderTest> sinks) {
        this.sinks = sinks;
    }

    /** Random histories. */
    @Provide
    public Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    public void afterAnyHistoryTheStoreMatchesTheModelOfTheRecords(@ForAll("histories") History history) {
        check(history, sinks.get());
    }

    /** The property itself is tested: it does not hold for a sink with a bug. */
    @Example
    public void aStoreThatErasesNothingIsCaught() {
        assertThat(histories().sampleStream().limit(MOST_HISTORIES))
                .as("histories after which the store differs from the model")
                .anyMatch(this::showsThatNothingIsErased);
    }

    private boolean showsThatNothingIsErased(History history) {
        try {
            check(history, new SinkThatErasesNothing(sinks.get()));
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }

    /** @param given closed afterwards */
    private static void check(History history, SinkUnderTest given) {
        try (SinkUnderTest sink = given) {
            Scene scene = Scene.of(history, sink);
            Play play = new Play(sink, scene.log(), () -> read(sink, scene, false));
            try {
                history.steps().forEach(play::play);
                play.settle();
            } finally {
                play.end();
            }
            Model model = scene.model();
            for (Aspect aspect : sink.traits().keeps()) {
                same(aspect.name(), model.lines(aspect), sink.contents(aspect));
            }
            List<String> poison = model.poison.stream().map(Lines::of).toList();
            same("reported", poison, play.reports.made());
            same("in the dead-letter queue", poison, play.reports.arrived());
            assertThat(sink.faults()).as("faults of the store").isEmpty();
            read(sink, scene, true);
        }
    }

    private static void same(String what, List<String> expected, List<String> actual) {
        assertThat(Difference.between(expected, actual)).as(what).isEmpty();
    }

    private static void read(SinkUnderTest sink, Scene scene, boolean complete) {
        Optional<SessionReader> opened = sink.reader();
        if (opened.isPresent()) {
            try (SessionReader reader = opened.get()) {
                ReaderCheck check = new ReaderCheck(reader, scene.model());
                if (complete) {
                    check.checkComplete();
                } else {
                    check.checkAnswered();
                }
            } catch (StoreException e) {
                // While the store fails, a reader may refuse to answer.
                if (complete) {
                    throw e;
                }
            }
        }
    }
}
