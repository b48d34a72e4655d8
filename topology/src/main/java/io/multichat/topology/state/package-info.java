/**
 * The state of one partition: its stores and their binary formats.
 *
 * <p>Each store documents why it is on disk or in memory, whether it has a changelog, and how long it keeps its records.
 */
package io.multichat.topology.state;
