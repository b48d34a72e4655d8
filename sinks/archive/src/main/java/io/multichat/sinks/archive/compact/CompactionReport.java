package io.multichat.sinks.archive.compact;

/**
 * What a compaction did.
 *
 * @param mergedFiles files that were replaced
 * @param newFiles files that replaced them
 * @param removedFiles files that were replaced earlier and are removed now
 * @param removedManifests manifests behind a checkpoint that are removed now
 * @param lostRaces topic-partitions that are left for the next time, since another process changed them
 */
public record CompactionReport(
        long mergedFiles, long newFiles, long removedFiles, long removedManifests, long lostRaces) {
    static final CompactionReport NOTHING = new CompactionReport(0, 0, 0, 0, 0);

    CompactionReport plus(CompactionReport other) {
        return new CompactionReport(
                mergedFiles + other.mergedFiles,
                newFiles + other.newFiles,
                removedFiles + other.removedFiles,
                removedManifests + other.removedManifests,
                lostRaces + other.lostRaces);
    }
}
