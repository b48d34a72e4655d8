package io.multichat.sinks.archive.chain;

import io.multichat.events.hash.Sha256;

/**
 * The end of a chain of manifests.
 *
 * @param sequence the number of the newest manifest; 0 when there is none
 * @param nextOffset the offset at which the next manifest begins
 * @param sha256 of the newest manifest's bytes
 * @param checkpoint the number of the newest manifest that is a checkpoint; 0 when there is none
 */
public record ChainHead(long sequence, long nextOffset, String sha256, long checkpoint) {
    /** The end of a chain without manifests. */
    public static final ChainHead START = new ChainHead(0, 0, "0".repeat(64), 0);

    static ChainHead of(Manifest newest, byte[] bytes) {
        return new ChainHead(
                newest.sequence(),
                newest.nextOffset(),
                Sha256.ofBytes(bytes),
                newest.checkpoint().isPresent() ? newest.sequence() : newest.previousCheckpoint());
    }
}
