package io.multichat.jobs.export;

import java.util.List;

/**
 * The result of an export.
 *
 * @param sessions number of exported sessions
 * @param messages number of exported messages
 * @param differing number of sessions whose snapshot counts more or fewer messages than the archive holds, since the archive
 *     has not committed everything yet
 * @param differences one line for each of the first of those sessions, at most 20
 */
public record ExportReport(long sessions, long messages, long differing, List<String> differences) {}
