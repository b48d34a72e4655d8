/** Figures, tables, targets, and the document that they make. */
package io.multichat.benchmarks.report;
