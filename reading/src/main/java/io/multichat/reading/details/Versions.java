package io.multichat.reading.details;

import io.multichat.events.versions.Revision;
import java.util.List;

/**
 * The versions of one message.
 *
 * @param versions the creation, the edits and the deletes, oldest first
 * @param complete false if the oldest ones are left out because they are too large
 */
public record Versions(List<Revision> versions, boolean complete) {}
