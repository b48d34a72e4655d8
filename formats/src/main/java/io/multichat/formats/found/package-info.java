/**
 * What readers of several formats do alike: {@link io.multichat.formats.found.JsonLines} and
 * {@link io.multichat.formats.found.JsonValues} turn the values of JSON files into events,
 * {@link io.multichat.formats.found.FileChannel} names the channel of a file,
 * {@link io.multichat.formats.found.TurnTimes} gives times to turns that have none.
 */
package io.multichat.formats.found;
