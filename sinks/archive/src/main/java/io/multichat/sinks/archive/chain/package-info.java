/**
 * Chains of manifests: one per topic-partition. They decide which segments are committed, and which of two writers has committed.
 * {@link io.multichat.sinks.archive.chain.ManifestChain} is the side of writers,
 * {@link io.multichat.sinks.archive.chain.CommittedSegments} the side of readers.
 */
package io.multichat.sinks.archive.chain;
