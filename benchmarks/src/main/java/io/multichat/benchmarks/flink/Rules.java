package io.multichat.benchmarks.flink;

import java.io.Serializable;
import java.time.Duration;

/**
 * The rules of sessions, with Multichat's own values.
 *
 * @param gap a longer silence ends a session
 * @param snapshotInterval minimum time between two snapshots of a session
 * @param closeSettle minimum time without messages before a session is closed
 */
record Rules(Duration gap, Duration snapshotInterval, Duration closeSettle) implements Serializable {}
