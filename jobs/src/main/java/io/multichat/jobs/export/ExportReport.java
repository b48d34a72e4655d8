package io.multichat.jobs.export;

import java.util.List;

/**
 * What was exported.
 *
 * @param sessions how many
 * @param messages how many, of all sessions
 * @param differing how many sessions have another number of messages in the archive than their snapshot says: the archive
 *     has not got everything yet
 * @param differences the first of them, one line each
 */
public record ExportReport(long sessions, long messages, long differing, List<String> differences) {}
