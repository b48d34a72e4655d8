/** The command line of the benchmarks: reads options, runs scenarios, writes the report. */
package io.multichat.benchmarks.command;
