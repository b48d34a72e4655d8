package io.multichat.sinks.archive.read;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.SessionReader;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.Failures;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SessionDays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Answers from the archive, for what no faster store holds: each answer reads the segments of its days, of one partition where it
 * is about one conversation. Memory is bounded by a page, and {@value #SNAPSHOTS_HELD} snapshots.
 */
public final class ArchiveSessionReader implements SessionReader {
    private static final int SNAPSHOTS_HELD = 20_000;

    private final CommittedSegments committed;
    private final NewestSnapshots newest;
    private final SessionSearch search;

    /** Opens nothing yet; if there is no such folder, the archive is empty. */
    public ArchiveSessionReader(Path root) {
        this(root, SNAPSHOTS_HELD);
    }

    /** @param snapshotsHeld how many snapshots a search holds in memory, at least 1 */
    ArchiveSessionReader(Path root, int snapshotsHeld) {
        committed =
                new CommittedSegments(new ArchiveLayout(root.toAbsolutePath().normalize()));
        newest = new NewestSnapshots(committed, snapshotsHeld);
        search = new SessionSearch(newest);
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Optional<SessionSnapshot> session(SessionId id) {
        return Failures.whileReading(() -> {
            for (List<Segment> likely : HomeFirst.order(committed.of(ArchiveKind.SESSIONS), id::partition)) {
                Optional<SessionSnapshot> found = search.standingFor(id, SessionDays.of(likely));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public Optional<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        SessionPage.requireLimit(limit);
        return Failures.whileReading(() -> {
            SessionDays days = SessionDays.of(committed.of(ArchiveKind.SESSIONS));
            return Optional.of(SessionPage.of(new SessionList(filter, after, limit + 1).of(days, newest), limit));
        });
    }

    @Override
    public Optional<MessagePage> messages(SessionSnapshot session, PageRequest request) {
        return Failures.whileReading(() -> {
            // What is archived after this moment is missed, so the end of an open session is looked up later.
            List<Segment> transcript = committed.of(ArchiveKind.TRANSCRIPT);
            SessionSnapshot.Span span = new SessionSnapshot.Span(session.span().startedAt(), lastInstant(session));
            for (List<Segment> likely : HomeFirst.order(transcript, session.conversation()::partition)) {
                ConversationLines lines = new ConversationLines(committed, likely, session.conversation(), span);
                MessageSearch messages = new MessageSearch(lines, session);
                Optional<MessagePage> page = messages.page(request);
                if (messages.metMessages()) {
                    return page;
                }
            }
            return Optional.empty();
        });
    }

    /** Nothing is held open. */
    @Override
    public void close() {
        // Every answer closes what it opens.
    }

    /** The last instant of a session: an open one reaches to the next one, since its snapshot may be old. */
    private long lastInstant(SessionSnapshot session) throws IOException {
        if (session.status().state() != SessionStatus.State.OPEN) {
            return session.span().lastMessageAt();
        }
        for (List<Segment> likely :
                HomeFirst.order(committed.of(ArchiveKind.SESSIONS), session.conversation()::partition)) {
            OptionalLong next = search.nextStart(session, SessionDays.of(likely));
            if (next.isPresent()) {
                return next.getAsLong() - 1;
            }
        }
        return Long.MAX_VALUE;
    }
}
