/**
 * The contract of Multichat: events, conversations, sessions, their bytes and their topics.
 *
 * <p>Depends on kafka-clients and jackson alone, so that an application which only publishes needs nothing else. No
 * component of a record is null unless its documentation says so. All records are immutable and safe to share.
 */
package io.multichat.events;
