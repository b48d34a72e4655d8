package io.multichat.jobs.export;

import io.multichat.events.Conversation;
import io.multichat.formats.SessionWriter;
import io.multichat.jobs.client.ArchiveAccess;
import java.util.Optional;

/**
 * What to export: the sessions whose interval overlaps a time range.
 *
 * @param archive where the sessions are
 * @param format how they are written
 * @param conversation only sessions of this conversation; empty: of all conversations
 * @param fromMs start of the range, UTC milliseconds, inclusive
 * @param toMs end of the range, UTC milliseconds, exclusive
 */
public record ExportRequest(
        ArchiveAccess archive,
        SessionWriter.Opener format,
        Optional<Conversation> conversation,
        long fromMs,
        long toMs) {}
