package io.multichat.jobs.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.jobs.erase.plan.ErasureException;
import io.multichat.jobs.erase.plan.ErasureRequest;
import io.multichat.jobs.erase.plan.PlannedErasure;
import io.multichat.jobs.erase.receipt.ReceiptFolder;
import io.multichat.reading.erase.EntryCounts;
import io.multichat.reading.erase.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureJournalTest {
    private static final Conversation LOUNGE = Conversation.of("irc", "#lounge");
    private static final long NOW = 1_769_850_000_000L;

    @TempDir
    private Path data;

    private ReceiptFolder folder;

    @BeforeEach
    void openFolder() {
        folder = new ReceiptFolder(data);
    }

    @Test
    void anInterruptedErasureIsReadAsItWasNoted() {
        ParticipantHash ada = ParticipantHash.of(LOUNGE, "ada");
        PlannedErasure person = planned(ErasureCommand.ofParticipant(ada), ErasureMarker.ofParticipant(ada, NOW));
        ObjectNode before = JsonNodeFactory.instance.objectNode().put("stores", 3);
        ErasureRequest request =
                ErasureRequest.of(new Person(Optional.of("irc"), "ada"), Optional.of("she asked for it"));
        ErasureJournal journal = ErasureJournal.begin(folder, request, NOW);
        journal.noteBefore(before);
        journal.notePlanned(List.of(person));

        ErasureJournal read = ErasureJournal.open(folder, journal.id());

        assertThat(journal.id()).startsWith("20260131T090000Z-");
        assertThat(read).isEqualTo(journal);
        assertThat(read.planned()).containsExactly(person);
        assertThat(read.before()).contains(before);
    }

    @Test
    void sessionsAreReadAsTheyWereNoted() {
        SessionId id = SessionId.of(NOW, LOUNGE.hash());
        PlannedErasure session = planned(ErasureCommand.ofSession(id), ErasureMarker.ofSession(NOW, NOW + 1));
        ErasureJournal journal = ErasureJournal.begin(folder, ErasureRequest.of(List.of(id), Optional.empty()), NOW);
        journal.notePlanned(List.of(session));

        ErasureJournal read = ErasureJournal.open(folder, journal.id());

        assertThat(read.request()).isEqualTo(journal.request());
        assertThat(read.planned()).containsExactly(session);
        assertThat(read.before()).isEmpty();
    }

    @Test
    void anErasureThatIsNotUnfinishedCannotBeResumed() {
        assertThatThrownBy(() -> ErasureJournal.open(folder, "../other"))
                .isInstanceOf(ErasureException.class)
                .hasMessageContaining("there is no unfinished erasure");
    }

    private static PlannedErasure planned(ErasureCommand command, ErasureMarker marker) {
        return new PlannedErasure(LOUNGE, command, marker, new EntryCounts(3, 2, 1), Optional.of("case-1"));
    }
}
