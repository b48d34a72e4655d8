package io.multichat.sinks.archive.read;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.SessionReader;
import io.multichat.reading.details.MessageDetails;
import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.files.ArchiveErrors;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.segment.Segment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Answers queries from the archive when no faster store can. Each query reads the segments of the relevant days, of only one
 * partition if it names a conversation or session. Memory per query: one page, and at most {@value #SNAPSHOTS_HELD}
 * snapshots. An archive whose folder does not exist is empty. Thread-safe.
 */
public final class ArchiveSessionReader implements SessionReader {
    private static final int SNAPSHOTS_HELD = 20_000;

    private final CommittedSegments committed;
    private final ArchivedSnapshots snapshots;
    private final SessionSearch search;

    /**
     * Opens nothing.
     *
     * @param root the archive's folder, which need not exist yet
     */
    public ArchiveSessionReader(Path root) {
        this(root, SNAPSHOTS_HELD);
    }

    /** @param snapshotsHeld the maximum number of snapshots that a search holds in memory, at least 1 */
    ArchiveSessionReader(Path root, int snapshotsHeld) {
        committed = new CommittedSegments(new ArchiveLayout(root));
        snapshots = new ArchivedSnapshots(committed, snapshotsHeld);
        search = new SessionSearch(snapshots);
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Optional<SessionSnapshot> session(SessionId id) {
        return ArchiveErrors.whileReading(() -> {
            for (List<Segment> likely : LikelyPartitionFirst.order(committed.of(ArchiveKind.SESSIONS), id::partition)) {
                Optional<SessionSnapshot> found = search.standingFor(id, SessionDays.of(likely));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public boolean holds(SessionId id) {
        return ArchiveErrors.whileReading(() -> {
            for (List<Segment> likely : LikelyPartitionFirst.order(committed.of(ArchiveKind.SESSIONS), id::partition)) {
                if (search.holds(id, SessionDays.of(likely))) {
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public Optional<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        SessionPage.requireLimit(limit);
        if (!committed.exists()) {
            return Optional.empty();
        }
        return ArchiveErrors.whileReading(() -> {
            SessionDays days = SessionDays.of(committed.of(ArchiveKind.SESSIONS));
            return Optional.of(SessionPage.of(new SessionList(filter, after, limit + 1).of(days, snapshots), limit));
        });
    }

    @Override
    public Optional<MessagePage> messages(SessionSnapshot session, PageRequest request) {
        return ArchiveErrors.whileReading(() -> {
            // Listed before the end of an open session is looked up, so that the list holds no message of a session
            // that is
            // archived in between.
            List<Segment> transcript = committed.of(ArchiveKind.TRANSCRIPT);
            SessionSnapshot.Span span = new SessionSnapshot.Span(
                    session.span().startedAt(), search.lastInstant(session, committed.of(ArchiveKind.SESSIONS)));
            for (List<Segment> likely : LikelyPartitionFirst.order(transcript, session.conversation()::partition)) {
                MessagePageReader messages = new MessagePageReader(
                        new ConversationVersions(committed, likely, session.conversation(), span), session);
                Optional<MessagePage> page = messages.page(request);
                if (messages.metMessages()) {
                    return page;
                }
            }
            return Optional.empty();
        });
    }

    /** Reads the session's days, and only them: the position of a message of another session is not found. */
    @Override
    public Optional<MessagePosition> position(SessionSnapshot session, String messageId) {
        return ArchiveErrors.whileReading(() -> {
            List<Segment> transcript = committed.of(ArchiveKind.TRANSCRIPT);
            SessionSnapshot.Span span = new SessionSnapshot.Span(
                    session.span().startedAt(), search.lastInstant(session, committed.of(ArchiveKind.SESSIONS)));
            for (List<Segment> likely : LikelyPartitionFirst.order(transcript, session.conversation()::partition)) {
                Optional<MessagePosition> position =
                        new ConversationVersions(committed, likely, session.conversation(), span).position(messageId);
                if (position.isPresent()) {
                    return position;
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public Optional<MessageDetails> details() {
        return Optional.of(new ArchivedDetails(committed));
    }

    /** Does nothing: every answer closes what it opens. */
    @Override
    public void close() {
        // Nothing stays open between answers.
    }
}
