package io.multichat.benchmarks.flink;

/** The identities of a conversation's messages. */
interface Identities {
    /** Adds an identity of 16 bytes. Returns false if it was known. */
    boolean add(byte[] identity) throws Exception;
}
