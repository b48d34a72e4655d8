/**
 * The identities of all accepted events, for exact deduplication: a store on RocksDB with a changelog of blocks and a filter in
 * memory.
 */
package io.multichat.topology.state.identities;
