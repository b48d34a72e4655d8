package io.multichat.sinks.archive.read;

import io.multichat.events.MessagePosition;
import io.multichat.events.versions.Revision;

/**
 * One version of a message, from one line of the transcript.
 *
 * @param revision the version
 * @param position the position that the topology assigned to the event
 */
record ArchivedVersion(Revision revision, MessagePosition position) {}
