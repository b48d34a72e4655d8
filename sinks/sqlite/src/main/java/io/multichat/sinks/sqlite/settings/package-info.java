/**
 * The settings of the sink, and the layout that divides a store into files.
 *
 * <p>Sees no other room.
 */
package io.multichat.sinks.sqlite.settings;
