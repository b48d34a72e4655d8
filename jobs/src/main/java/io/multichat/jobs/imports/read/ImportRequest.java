package io.multichat.jobs.imports.read;

import io.multichat.events.publish.PublisherSettings;
import io.multichat.formats.ChatFormat;
import io.multichat.formats.ReadOptions;
import io.multichat.formats.Refusal;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.imports.source.ImportFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What to import.
 *
 * @param files where the events are, at least one
 * @param format how the files are written; empty: recognized for each file
 * @param options what the user says about the files
 * @param clockSkew decides which times are too far in the future
 * @param rejects receives every place of a file that does not become an event
 */
public record ImportRequest(
        List<ImportFile> files,
        Optional<ChatFormat> format,
        ReadOptions options,
        ClockSkew clockSkew,
        Consumer<Refusal> rejects) {

    /**
     * The largest event that readers pass on. Larger than an event may be, so that the topology can refuse a slightly too large
     * one with its reason.
     *
     * @param eventMaxBytes the largest event that the topology accepts
     */
    public static int maxEventBytes(int eventMaxBytes) {
        return eventMaxBytes + PublisherSettings.ENVELOPE_BYTES / 2;
    }
}
