package io.multichat.topology.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.topology.law.PlainModel.Expected;
import io.multichat.topology.testing.Story;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model that the topology is held against, by tables that anyone can check. The gap is 10. */
class PlainModelTest {
    private static final Conversation HERE = Conversation.of("irc", "#java");

    @ParameterizedTest
    @CsvSource({
        "'',                ''",
        "'0',               0-0",
        "'0 0 0',           0-0",
        "'0 10',            0-10",
        "'0 11',            0-0 11-11",
        "'11 0',            0-0 11-11",
        "'0 20 10',         0-20",
        "'0 20 9',          0-9 20-20",
        "'30 0 5 14 45',    0-14 30-30 45-45",
        "'40 30 20 10 0',   0-40",
        "'0 11 22 33',      0-0 11-11 22-22 33-33",
    })
    void sessionsAreSplitWhereNeighboursAreMoreThanTheGapApart(String times, String sessions) {
        List<Draft> drafts = new ArrayList<>();
        for (String time : times.split(" ")) {
            if (!time.isEmpty()) {
                drafts.add(draft(EventType.MESSAGE_CREATED, drafts.size(), Long.parseLong(time)));
            }
        }

        List<Expected> found = model(drafts.toArray(Draft[]::new)).sessions(10);

        assertThat(found.stream()
                        .map(each -> (each.startedAt() - Story.BASE) + "-" + (each.lastMessageAt() - Story.BASE))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(sessions);
    }

    @Test
    void aSessionCountsWhatIsInIt() {
        PlainModel model = model(
                draft(EventType.MESSAGE_CREATED, 1, 5),
                draft(EventType.MESSAGE_CREATED, 2, 0),
                draft(EventType.MESSAGE_CREATED, 3, 50),
                draft(EventType.MESSAGE_EDITED, 1, 50),
                draft(EventType.MESSAGE_EDITED, 1, 60),
                draft(EventType.MESSAGE_DELETED, 3, 5),
                draft(EventType.REACTION_ADDED, 3, 5));

        assertThat(model.sessions(10))
                .containsExactly(
                        new Expected(Story.BASE, Story.BASE + 5, 2, 2, 0, 4, 2, "m2", "m1"),
                        new Expected(Story.BASE + 50, Story.BASE + 50, 1, 0, 1, 2, 1, "m3", "m3"));
    }

    @Test
    void duplicatesAndUnknownMessagesAreNotAccepted() {
        PlainModel model = model(
                draft(EventType.MESSAGE_EDITED, 1, 3),
                draft(EventType.MESSAGE_CREATED, 1, 0),
                draft(EventType.MESSAGE_CREATED, 1, 99),
                draft(EventType.MESSAGE_EDITED, 1, 3),
                draft(EventType.MESSAGE_EDITED, 1, 3));

        assertThat(model.duplicates()).isEqualTo(2);
        assertThat(model.refused()).isEqualTo(1);
        assertThat(model.accepted())
                .extracting(each -> each.order() + " at " + (each.sentAt() - Story.BASE))
                .containsExactly("1 at 0", "2 at 0");
        assertThat(model.sessions(10)).hasSize(1);
    }

    @Test
    void messagesOfOneInstantAreOrderedByOrderElseBySequenceThenById() {
        Draft late = new Draft(0, EventType.MESSAGE_CREATED, 9, 0, 0, Optional.of(-1L), Optional.empty(), 1);
        Draft same = new Draft(0, EventType.MESSAGE_CREATED, 8, 0, 0, Optional.of(-1L), Optional.empty(), 1);

        List<Expected> sessions = model(
                        draft(EventType.MESSAGE_CREATED, 5, 0), draft(EventType.MESSAGE_CREATED, 4, 0), late, same)
                .sessions(10);

        assertThat(sessions.get(0).firstMessageId()).isEqualTo("m8");
        assertThat(sessions.get(0).lastMessageId()).isEqualTo("m4");
    }

    private static PlainModel model(Draft... drafts) {
        return new PlainModel(Arrays.stream(drafts).map(each -> each.in(HERE)).toList());
    }

    private static Draft draft(EventType type, int message, long time) {
        return new Draft(0, type, message, time, message, Optional.empty(), Optional.empty(), 1);
    }
}
