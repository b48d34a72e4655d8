/**
 * Chains of manifests: one per topic-partition. They decide which segments are committed, and which of two writers has
 * committed. Writers use {@link io.multichat.sinks.archive.chain.ManifestChain}, readers
 * {@link io.multichat.sinks.archive.chain.CommittedSegments}.
 */
package io.multichat.sinks.archive.chain;
