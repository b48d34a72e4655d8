/**
 * The settings of the sink, and the layout that divides a store into files.
 *
 * <p>Depends on no other package of the sink.
 */
package io.multichat.sinks.sqlite.settings;
