package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.files.Sha256;

/**
 * Where a chain of manifests ends.
 *
 * @param sequence of the newest manifest; 0 when there is none
 * @param nextOffset the offset that the next manifest begins with
 * @param sha256 of the newest manifest's bytes
 * @param checkpoint the sequence of the newest manifest that is a checkpoint; 0 when there is none
 */
public record ChainHead(long sequence, long nextOffset, String sha256, long checkpoint) {
    /** A chain without manifests. */
    public static final ChainHead START = new ChainHead(0, 0, "0".repeat(64), 0);

    static ChainHead of(Manifest newest, byte[] bytes) {
        return new ChainHead(
                newest.sequence(),
                newest.nextOffset(),
                Sha256.ofBytes(bytes),
                newest.checkpoint().isPresent() ? newest.sequence() : newest.previousCheckpoint());
    }
}
