/**
 * What readers of several formats do alike: {@link io.multichat.formats.found.JsonLines} and
 * {@link io.multichat.formats.found.JsonValues} turn the values of JSON files into events,
 * {@link io.multichat.formats.found.FollowUps} passes on what happened to a message later.
 */
package io.multichat.formats.found;
