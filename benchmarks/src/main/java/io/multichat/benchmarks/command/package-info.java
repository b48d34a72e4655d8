/** The command line of the benchmarks: options in, scenarios run, report out. */
package io.multichat.benchmarks.command;
