package io.multichat.jobs.imports.journal;

/**
 * The last record that an import wrote to a partition.
 *
 * @param topic the topic
 * @param partition the partition
 * @param offset the offset of the record
 * @param mark the value of the header by which the import recognizes its records
 */
public record LogEnd(String topic, int partition, long offset, String mark) {}
