package io.multichat.jobs.retention;

import java.util.SortedMap;

/**
 * What a run of retention found.
 *
 * @param due sessions that are kept longer than the rules allow
 * @param onHold those of them that a hold protects; they stay
 * @param messages number of messages in the sessions that do not stay
 * @param byPlatform the number of sessions that do not stay, by platform
 * @param published number of commands that were published; 0 for a dry run
 */
public record RetentionReport(
        long due, long onHold, long messages, SortedMap<String, Long> byPlatform, long published) {}
