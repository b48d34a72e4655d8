package io.multichat.jobs.export;

import io.multichat.jobs.export.stage.StagedCounts;
import java.util.List;

/**
 * The result of an export.
 *
 * @param sessions number of exported sessions
 * @param messages number of exported messages
 * @param events number of other exported events, reactions included
 * @param differing number of sessions whose snapshot counts more or fewer messages than the source holds, because the source has not
 *     committed everything yet, or is damaged
 * @param differences one line for each of the first of those sessions, at most 20
 * @param unreadable what could not be read, one sentence each
 */
public record ExportReport(
        long sessions, long messages, long events, long differing, List<String> differences, List<String> unreadable) {

    static ExportReport of(StagedCounts counts, List<String> unreadable) {
        return new ExportReport(
                counts.sessions(),
                counts.messages(),
                counts.events(),
                counts.differing(),
                counts.differences(),
                unreadable);
    }

    /** True when something is missing. */
    public boolean isIncomplete() {
        return differing > 0 || !unreadable.isEmpty();
    }
}
