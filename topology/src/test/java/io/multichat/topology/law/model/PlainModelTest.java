package io.multichat.topology.law.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.multichat.events.Conversation;
import io.multichat.events.RoleCounts;
import io.multichat.events.SessionSnapshot.Counts;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.events.SessionSnapshot.Version;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The outcomes of the model, as tables that anyone can check, in the notation of {@link PlainStory}. The gap is 10, at most two
 * edits wait for 100, and events older than 1000 are too late. Events are numbered from 0.
 */
class PlainModelTest {
    private static final PlainRules RULES = PlainRules.ofGap(10).waiting(100, 2).retaining(1_000);

    @ParameterizedTest
    @CsvSource({
        "m1@0 m1@0 m1@5,                          0,     1 2, '',                    ''",
        "m1@0 edit:m1@5!x edit:m1@5!x,            0 1,   2,   '',                    ''",
        "m1@0 edit:m1@5!x delete:m1@6!x,          0 1,   2,   '',                    ''",
        "react:m1@5!x react:m1@5!x,               0,     1,   '',                    ''",
        "end@5!x end@9!x,                         0,     1,   '',                    ''",
        "m1@0 m2@5!x react:m1@5!x,                0 1 2, '',  '',                    ''",
        "edit:m1@5!x edit:m1@5!x,                 '',    1,   '',                    0",
        "edit:m1@5!x react:m1@9!x,                '',    1,   '',                    0",
        "edit:m1@5!x m1@0 edit:m1@5!x,            1 0,   2,   '',                    ''",
        "edit:m1@5 now@99,                        '',    '',  '',                    0",
        "edit:m1@5 now@100,                       '',    '',  0 unknown-message,     ''",
        "edit:m1@5 now@100 m1@0,                  1,     '',  0 unknown-message,     ''",
        "edit:m1@5!x now@100 edit:m1@5!x,         '',    '',  0 unknown-message,     1",
        "edit:m1@5!x now@100 react:m1@5!x,        1,     '',  0 unknown-message,     ''",
        "edit:m1@5 now@60 edit:m2@5 now@120,      '',    '',  0 unknown-message,     1",
        "edit:m1@5 m2@0 delete:m2@9,              1 2,   '',  '',                    0",
        "edit:m1@5 edit:m2@5 delete:m3@5 m3@0,    3,     '',  2 unknown-message,     0 1",
        "edit:m1@5 edit:m2@5 m2@0 edit:m3@5,      2 1,   '',  '',                    0 3",
        "now@1500 m1@499,                         '',    '',  0 too-late,            ''",
        "now@1500 m1@500,                         0,     '',  '',                    ''",
        "now@1500 m1@499 m1@500 m1@501,           1,     2,   0 too-late,            ''",
        "now@1500 end@499 react:m1@499,           '',    '',  0 too-late 1 too-late, ''",
        "m1@0 now@1000 edit:m1@9,                 0 1,   '',  '',                    ''",
        "m1@0 now@1001 edit:m1@999 delete:m1@999, 0,     '',  1 too-late 2 too-late, ''",
        "m1@0 now@1000 m1@0,                      0,     1,   '',                    ''",
        "m1@0 now@1001 m1@0,                      0,     '',  1 too-late,            ''",
        "m1@0 edit:m1@1!x now@1001 edit:m1@1!x,   0 1,   2,   '',                    ''",
        "now@1500 edit:m1@499,                    '',    '',  '',                    0",
    })
    void eachEventIsAcceptedADuplicateRefusedOrWaiting(
            String story, String accepted, String duplicates, String refused, String waiting) {
        PlainOutcome outcome = PlainStory.play(RULES, story).outcome();

        assertThat(words(
                        outcome.accepted().stream().map(each -> each.published().number())))
                .isEqualTo(accepted);
        assertThat(words(outcome.duplicates().stream().map(Published::number))).isEqualTo(duplicates);
        assertThat(words(outcome.refused().stream()
                        .map(each ->
                                each.published().number() + " " + each.reason().code())))
                .isEqualTo(refused);
        assertThat(words(outcome.waiting().stream().map(each -> each.published().number())))
                .isEqualTo(waiting);
    }

    @Test
    void withoutWaitingAnEditOfAnUnknownMessageIsRefusedAtOnce() {
        PlainOutcome outcome =
                PlainStory.play(RULES.waiting(0, 2), "edit:m1@5 m1@0").outcome();

        assertThat(outcome.refused()).hasSize(1);
        assertThat(outcome.accepted()).hasSize(1);
    }

    @Test
    void editsThatWaitedFollowTheirMessageByTheirIdentities() {
        PlainOutcome outcome =
                PlainStory.play(RULES, "edit:m1@8 delete:m1@9 m1@3 react:m1@4").outcome();

        List<Published> followed = outcome.accepted().subList(1, 3).stream()
                .map(PlainOutcome.Accepted::published)
                .toList();
        assertThat(followed).extracting(Published::identity).isSorted();
        assertThat(outcome.accepted())
                .extracting(each -> each.order() + " at " + each.sentAt())
                .containsExactly("1 at 3", "2 at 3", "3 at 3", "4 at 4");
    }

    @Test
    void theTranscriptHasTheSessionOfEachEventAndTheBoundaryOfAnEnd() {
        PlainModel model = PlainStory.play(
                RULES,
                "m1@0 m2@20 react:m1@5 m3@10 react:m1@5 edit:m2@99 end@25 end@26 join:m4@25 m4@40 end@22 end@22 end@90");

        assertThat(model.outcome().accepted())
                .extracting(each -> each.sentAt()
                        + each.session()
                                .map(id -> " " + PlainStory.name(model, id))
                                .orElse("")
                        + boundary(each.boundary()))
                .containsExactly(
                        "0 m1",
                        "20 m2",
                        "5",
                        "10 m1",
                        "5 m1",
                        "20 m1",
                        "25 m1 |25",
                        "26 |26",
                        "25",
                        "40 m4",
                        "22 m1 |22",
                        "22 m1",
                        "90 |90");
    }

    @Test
    void messagesOfOneInstantAreSortedByOrderOrSequenceThenById() {
        PlainModel model = PlainStory.play(RULES, "m5@0 m4@0 m3@0#2 m9@0#-1 m8@0#-1");

        assertThat(model.timeline().sessions().get(0).messages())
                .extracting(PlainMessage::messageId)
                .containsExactly("m8", "m9", "m5", "m3", "m4");
    }

    @Test
    void aSnapshotCountsTheEventsOfItsSession() {
        PlainModel model =
                PlainStory.play(RULES, "m1@5 m2@0 m3@50 edit:m1@50 edit:m1@60 delete:m3@5 react:m3@5 edit:m3@1 end@7");

        assertThat(model.timeline().sessions())
                .extracting(each -> PlainSnapshot.of(Conversation.of("irc", "#java"), model, each, new Version(0, 1)))
                .extracting(
                        each -> each.span().startedAt(),
                        each -> each.span().lastMessageAt(),
                        each -> each.counts(),
                        each -> each.firstMessageId() + " " + each.lastMessageId(),
                        each -> each.status().closedBy().orElseThrow().wireName() + " "
                                + each.status().closedAt().orElseThrow())
                .containsExactly(
                        tuple(
                                0L,
                                5L,
                                new Counts(2, 2, 0, 4, new Participants(1, false), new RoleCounts(2, 0, 0, 0, 0)),
                                "m2 m1",
                                "end 7"),
                        tuple(
                                50L,
                                50L,
                                new Counts(1, 1, 1, 2, new Participants(1, false), new RoleCounts(1, 0, 0, 0, 0)),
                                "m3 m3",
                                "idle 60"));
    }

    private static String boundary(OptionalLong boundary) {
        return boundary.isPresent() ? " |" + boundary.getAsLong() : "";
    }

    private static String words(Stream<?> each) {
        return each.map(String::valueOf).collect(Collectors.joining(" "));
    }
}
