package io.multichat.benchmarks.command;

import io.multichat.benchmarks.scenario.Scenarios;
import java.util.Set;

/** The scenarios that one name on the command line selects: one, or a whole group. */
record Selection(Set<Scenarios> scenarios) {}
