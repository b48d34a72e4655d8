/**
 * The senders of each session: an exact set while it is small, a sketch beyond that.
 */
package io.multichat.topology.state.participants;
