package io.multichat.jobs.export.stage;

import java.util.List;

/**
 * What was staged.
 *
 * @param sessions number of selected sessions
 * @param messages number of their messages
 * @param events number of their other events
 * @param differing number of sessions whose snapshots count more or fewer messages
 * @param differences one line for each of the first of those sessions, at most 20
 */
public record StagedCounts(long sessions, long messages, long events, long differing, List<String> differences) {}
