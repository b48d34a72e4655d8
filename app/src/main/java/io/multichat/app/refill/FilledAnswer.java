package io.multichat.app.refill;

import io.multichat.jobs.refill.RefillReport;
import java.util.List;

/**
 * The result of a refill.
 *
 * @param store what was filled
 * @param events accepted events of the archive that were passed to it, those that it had included
 * @param snapshots versions of sessions that were passed to it
 * @param refused entries that it refused
 * @param lacking what it still lacks because the archive lacks it, too; one line each
 */
public record FilledAnswer(String store, long events, long snapshots, long refused, List<String> lacking) {
    static FilledAnswer of(String store, RefillReport report, List<String> lacking) {
        return new FilledAnswer(store, report.events(), report.snapshots(), report.refused(), lacking);
    }
}
