package io.multichat.server.state;

import io.multichat.server.progress.WrittenEvents;
import io.multichat.server.tiers.SessionState;

/**
 * What the topology answers, on this instance and on all.
 *
 * @param local the sessions of this instance, for the questions of other instances
 * @param accounting the outcome of all records
 * @param written whether a tier holds what a client has published
 */
public record InstanceAnswers(SessionState local, Accounting accounting, WrittenEvents written) {}
