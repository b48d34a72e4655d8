package io.multichat.benchmarks.flink.identities;

import org.apache.flink.api.common.functions.RuntimeContext;

/** The identities of the current conversation's messages. Used by the thread of one task. */
public interface Identities {
    /** Identities for state in the heap. */
    static Identities heap(RuntimeContext context) {
        return new HeapIdentities(context);
    }

    /** Identities for state in RocksDB. */
    static Identities rocksDb(RuntimeContext context) {
        return new RocksDbIdentities(context);
    }

    /** Adds an identity of 16 bytes. Returns false if it was known. */
    boolean add(byte[] identity) throws Exception;
}
