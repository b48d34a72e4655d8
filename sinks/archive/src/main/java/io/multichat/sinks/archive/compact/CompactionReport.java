package io.multichat.sinks.archive.compact;

/**
 * The result of a compaction.
 *
 * @param mergedFiles the number of files that were replaced
 * @param newFiles the number of files that replaced them
 * @param removedFiles the number of files, replaced earlier, that were removed
 * @param removedManifests the number of manifests before a checkpoint that were removed
 * @param lostRaces the number of topic-partitions left for the next run because another process changed them
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
