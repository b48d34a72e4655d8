/**
 * The contract of Multichat: events, conversations, sessions, topics, and the two rules that every store follows: the order of
 * messages ({@link io.multichat.events.MessagePosition}) and the version that is shown
 * ({@link io.multichat.events.versions.MessageVersions}).
 *
 * <p>Depends on kafka-clients and jackson only, so that a publishing application needs nothing else. All records are immutable
 * and thread-safe. No component of a record is null unless its documentation says so.
 */
package io.multichat.events;
