package io.multichat.topology.law.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sessions of the model that the topology is compared with, as tables that anyone can check, in the notation of
 * {@link PlainStory}. The gap is 10.
 */
class PlainSessionsTest {
    private static final PlainRules GAP_10 = PlainRules.ofGap(10);

    @ParameterizedTest
    @CsvSource({
        "'',              ''",
        "0,               'm1 0-0 idle@10'",
        "0 0 0,           'm1 0-0 idle@10'",
        "0 10,            'm1 0-10 idle@20'",
        "0 11,            'm1 0-0 idle@10, m2 11-11 idle@21'",
        "11 0,            'm2 0-0 idle@10, m1 11-11 idle@21'",
        "0 20 10,         'm1 0-20 idle@30'",
        "0 20 9,          'm1 0-9 idle@19, m2 20-20 idle@30'",
        "30 0 5 14 45,    'm2 0-14 idle@24, m1 30-30 idle@40, m5 45-45 idle@55'",
        "40 30 20 10 0,   'm1 0-40 idle@50'",
        "0 11 22,         'm1 0-0 idle@10, m2 11-11 idle@21, m3 22-22 idle@32'",
    })
    void sessionsAreSplitWhereNeighboursAreMoreThanTheGapApart(String story, String sessions) {
        assertThat(PlainStory.sessions(PlainStory.play(GAP_10, story))).isEqualTo(sessions);
    }

    @ParameterizedTest
    @CsvSource({
        "0 5 end@3,         5,    'm1 0-5 end@5'",
        "0 5 end@0,         5,    'm1 0-5 end@5'",
        "0 5 end@5,         5,    'm1 0-5 end@5'",
        "0 5 end@3 5,       5,    'm1 0-5 end@5'",
        "0 5 end@3 4,       5,    'm1 0-5 end@5'",
        "0 5 end@3 6,       5,    'm1 0-5 end@5, m3 6-6 idle@16'",
        "0 5 end@7,         7,    'm1 0-5 end@7'",
        "0 5 end@7 6 7,     7,    'm1 0-7 end@7'",
        "0 5 end@7 8,       7,    'm1 0-5 end@7, m3 8-8 idle@18'",
        "0 5 end@7 8 7,     7,    'm1 0-7 end@7, m3 8-8 idle@18'",
        "0 5 end@15,        15,   'm1 0-5 end@15'",
        "0 5 end@16,        16,   'm1 0-5 idle@15'",
        "0 5 end@16 15,     16,   'm1 0-15 end@16'",
        "end@5,             5,    ''",
        "end@5 0,           5,    'm1 0-0 end@5'",
        "end@5 5,           5,    'm1 5-5 end@5'",
        "end@5 6 4,         5,    'm2 4-4 end@5, m1 6-6 idle@16'",
        "end@15 0,          15,   'm1 0-0 idle@10'",
        "0 5 end@3 end@4,   5,    'm1 0-5 end@5'",
        "0 5 end@7 end@7,   7,    'm1 0-5 end@7'",
        "0 5 end@7 end@6,   6 7,  'm1 0-5 end@6'",
        "0 5 end@7 end@3,   7,    'm1 0-5 end@7'",
        "0 end@5 3 end@1,   5,    'm1 0-3 end@5'",
        "0 end@15 end@0,    0 15, 'm1 0-0 end@0'",
        "0 20 end@10 10,    10,   'm1 0-10 end@10, m2 20-20 idle@30'",
        "0 20 end@9 10,     9,    'm1 0-0 end@9, m2 10-20 idle@30'",
        "0 20 end@0 10,     0,    'm1 0-0 end@0, m2 10-20 idle@30'",
        "0 20 end@20 10,    20,   'm1 0-20 end@20'",
        "0 40 end@0 20,     0,    'm1 0-0 end@0, m3 20-20 idle@30, m2 40-40 idle@50'",
        "0 end@0 5 end@5 9, 0 5,  'm1 0-0 end@0, m2 5-5 end@5, m3 9-9 idle@19'",
    })
    void anExplicitEndSplitsMessagesAtOrBeforeItFromLaterOnes(String story, String boundaries, String sessions) {
        PlainModel model = PlainStory.play(GAP_10, story);

        assertThat(PlainStory.sessions(model)).isEqualTo(sessions);
        assertThat(model.timeline().boundaries().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(boundaries);
    }

    @ParameterizedTest
    @CsvSource({
        "99 100,            'm1 99-99 boundary@99, m2 100-100 idle@110'",
        "95 104 100,        'm1 95-95 boundary@99, m2 100-104 idle@114'",
        "95 105 99,         'm1 95-99 boundary@99, m2 105-105 idle@115'",
        "88,                'm1 88-88 idle@98'",
        "89,                'm1 89-89 boundary@99'",
        "90,                'm1 90-90 boundary@99'",
        "95 end@99,         'm1 95-95 end@99'",
        "95 end@100,        'm1 95-95 boundary@99'",
        "95 end@95,         'm1 95-95 end@95'",
        "80 end@90,         'm1 80-80 end@90'",
        "0 90 100 190 200,  'm1 0-0 idle@10, m2 90-90 boundary@99, m3 100-100 idle@110, m4 190-190 boundary@199,"
                + " m5 200-200 idle@210'",
    })
    void maxDurationSplitsAtItsMultiples(String story, String sessions) {
        assertThat(PlainStory.sessions(PlainStory.play(GAP_10.cutAt(100), story)))
                .isEqualTo(sessions);
    }

    @ParameterizedTest
    @CsvSource({
        "20 0,                     '',           'm2 0-0 idle@10, m1 20-20 idle@30'",
        "20 10 0,                  '',           'm1 0-20 idle@30'",
        "0 20 10,                  m2>m1,        'm1 0-20 idle@30'",
        "20 0 10,                  m1>m2,        'm2 0-20 idle@30'",
        "20 0 10 5,                m1>m2,        'm2 0-20 idle@30'",
        "0 20 40 30 10,            m3>m2 m2>m1,  'm1 0-40 idle@50'",
        "0 20 40 10 30,            m2>m1 m3>m1,  'm1 0-40 idle@50'",
        "40 20 0 30 10,            m1>m2 m2>m3,  'm3 0-40 idle@50'",
        "20 15 0 10,               m1>m3,        'm3 0-20 idle@30'",
        "0 20 end@0 10,            '',           'm1 0-0 end@0, m2 10-20 idle@30'",
        "0 40 20 end@20 10 30,     m3>m1,        'm1 0-20 end@20, m2 30-40 idle@50'",
    })
    void theEarliestOfMergedSessionsKeepsItsId(String story, String redirects, String sessions) {
        PlainModel model = PlainStory.play(GAP_10, story);

        assertThat(PlainStory.sessions(model)).isEqualTo(sessions);
        assertThat(model.timeline().redirects().entrySet().stream()
                        .map(each ->
                                PlainStory.name(model, each.getKey()) + ">" + PlainStory.name(model, each.getValue()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(redirects);
    }

    @Property(tries = 200)
    void withoutEndsSessionsAreTheSameInAnyOrder(
            @ForAll @Size(max = 30) List<@IntRange(max = 300) Integer> times, @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(times);
        Collections.shuffle(shuffled, random);

        assertThat(intervals(shuffled)).isEqualTo(intervals(times));
    }

    private static List<String> intervals(List<Integer> times) {
        String story = times.stream().map(String::valueOf).collect(Collectors.joining(" "));
        return PlainStory.play(GAP_10.cutAt(100), story).timeline().sessions().stream()
                .map(each -> each.startedAt() + "-" + each.lastMessageAt() + " "
                        + each.messages().size())
                .toList();
    }
}
