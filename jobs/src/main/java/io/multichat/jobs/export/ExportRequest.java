package io.multichat.jobs.export;

import io.multichat.events.Conversation;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be exported: sessions whose interval overlaps a time.
 *
 * @param archive the folder of the archive
 * @param conversation the only one that is wanted; empty: all
 * @param fromMs UTC milliseconds, included
 * @param toMs UTC milliseconds, excluded
 */
public record ExportRequest(Path archive, Optional<Conversation> conversation, long fromMs, long toMs) {}
