package io.multichat.sinks.archive.read;

import io.multichat.events.MessagePosition;
import io.multichat.events.Revision;

/**
 * One version of a message, as one line of the transcript holds it.
 *
 * @param revision the version
 * @param position where the topology placed the event
 */
record ArchivedVersion(Revision revision, MessagePosition position) {}
