/**
 * The stage that turns events into sessions: accepts each event once, places it on the timeline of its conversation, and
 * announces the sessions that change.
 */
package io.multichat.topology.sessions;
