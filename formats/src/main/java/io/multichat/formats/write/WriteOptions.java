package io.multichat.formats.write;

import java.util.Optional;

/**
 * What the user says about the content of files.
 *
 * @param assistant the id of the sender whose messages are those of the assistant; empty: senders with that role
 * @param revisions true to write the earlier versions of edited and deleted messages as well
 */
public record WriteOptions(Optional<String> assistant, boolean revisions) {
    /** Nothing but what is shown. */
    public static final WriteOptions DEFAULTS = new WriteOptions(Optional.empty(), false);
}
