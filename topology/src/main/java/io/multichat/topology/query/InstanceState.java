package io.multichat.topology.query;

/**
 * The state as one instance sees it.
 *
 * @param active the partitions that this instance processes
 * @param copies the same, and the copies of partitions that other instances process, which may be older
 * @param places which instance holds which partition
 * @param staleness the age of the copies
 */
public record InstanceState(
        SessionQueries active, SessionQueries copies, StatePlaces places, StandbyStaleness staleness) {}
