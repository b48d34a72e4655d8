package io.multichat.topology.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.State;
import io.multichat.topology.law.ChatRun.Announced;
import io.multichat.topology.law.model.PlainSession;
import io.multichat.topology.law.model.PlainSnapshot;
import io.multichat.topology.settings.TopologySettings.Timing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The laws of published snapshots. */
final class SnapshotLaw {
    private SnapshotLaw() {}

    /** The newest snapshots are the sessions of the model; all but the last are closed. */
    static void sessionsAreThoseOfTheModel(ChatRun chat, long now) {
        List<SessionSnapshot> live = chat.newest().stream()
                .filter(each -> each.status().isLive())
                .sorted(Comparator.comparing(each -> each.span().startedAt()))
                .toList();
        List<PlainSession> sessions = chat.model().timeline().sessions();
        assertThat(live)
                .extracting(SessionSnapshot::sessionId)
                .isEqualTo(sessions.stream().map(PlainSession::id).toList());
        for (int i = 0; i < live.size(); i++) {
            SessionSnapshot found = live.get(i);
            SessionSnapshot closed =
                    PlainSnapshot.of(chat.conversation(), chat.model(), sessions.get(i), found.version());
            State state = i < live.size() - 1
                    ? State.CLOSED
                    : chat.stillness().last(now).orElse(found.status().state());
            assertThat(found).isEqualTo(state == State.OPEN ? opened(closed) : closed);
        }
    }

    private static SessionSnapshot opened(SessionSnapshot closed) {
        return new SessionSnapshot(
                closed.sessionId(),
                closed.conversation(),
                SessionStatus.OPEN,
                closed.span(),
                closed.counts(),
                closed.firstMessageId(),
                closed.lastMessageId(),
                closed.gap(),
                closed.version());
    }

    /** Versions of a session grow, and it has at most one snapshot per interval, except that a merge or deletion is announced at once. */
    static void versionsGrowAndSnapshotsAreRare(ChatRun chat, Timing timing) {
        chat.records().snapshots().values().forEach(history -> {
            assertThat(history)
                    .extracting(each -> each.snapshot().version())
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allSatisfy(each -> assertThat(each.generation()).isEqualTo(LawSettings.GENERATION));
            for (int i = 1; i < history.size(); i++) {
                Announced announced = history.get(i);
                long since = announced.at() - history.get(i - 1).at();
                assertThat(since >= timing.snapshotInterval().toMillis()
                                || announcesAMerge(announced)
                                || announced.snapshot().status().state() == State.DELETED)
                        .as("a snapshot after %s ms: %s", since, announced)
                        .isTrue();
            }
        });
    }

    private static boolean announcesAMerge(Announced announced) {
        SessionId id = announced.snapshot().sessionId();
        return announced.together().stream()
                .filter(each -> each.status().state() == State.MERGED)
                .anyMatch(each -> each.sessionId().equals(id)
                        || each.status().mergedInto().equals(Optional.of(id)));
    }

    /** The last snapshot of a merged session is a redirect, published together with the survivor's. */
    static void mergesLeaveRedirects(ChatRun chat) {
        chat.records().snapshots().forEach((id, history) -> {
            Announced last = history.get(history.size() - 1);
            assertThat(history.subList(0, history.size() - 1))
                    .noneMatch(each -> each.snapshot().status().state() == State.MERGED);
            SessionId survivor = chat.model().timeline().redirects().get(id);
            assertThat(last.snapshot().status().mergedInto()).isEqualTo(Optional.ofNullable(survivor));
            if (survivor != null) {
                assertThat(last.together())
                        .extracting(SessionSnapshot::sessionId)
                        .contains(survivor);
            }
        });
    }
}
