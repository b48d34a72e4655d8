/** Figures, tables and targets, and the report that contains them. */
package io.multichat.benchmarks.report;
