package io.multichat.benchmarks.command;

import io.multichat.benchmarks.scenario.Scenarios;
import java.util.Set;

/** What one name of the command line means: a scenario, or all of a group. */
record Selection(Set<Scenarios> scenarios) {}
