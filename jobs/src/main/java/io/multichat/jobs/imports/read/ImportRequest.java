package io.multichat.jobs.imports.read;

import io.multichat.events.publish.PublisherSettings;
import io.multichat.formats.ChatFormat;
import io.multichat.formats.ReadOptions;
import io.multichat.formats.Refusal;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.imports.source.ByteMeter;
import io.multichat.jobs.imports.source.ImportFile;
import java.nio.file.Path;
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
 * @param rejects receives every place of a file that does not become an event, one at a time
 * @param jobs how many files are read at the same time, at least 1
 * @param journal the file that remembers how far an interrupted import got; empty: none
 * @param meter counts the bytes that are read
 */
public record ImportRequest(
        List<ImportFile> files,
        Optional<ChatFormat> format,
        ReadOptions options,
        ClockSkew clockSkew,
        Consumer<Refusal> rejects,
        int jobs,
        Optional<Path> journal,
        ByteMeter meter) {

    /** An import that reads one file after another and keeps no journal. */
    public static ImportRequest of(
            List<ImportFile> files,
            Optional<ChatFormat> format,
            ReadOptions options,
            ClockSkew clockSkew,
            Consumer<Refusal> rejects) {
        return new ImportRequest(files, format, options, clockSkew, rejects, 1, Optional.empty(), new ByteMeter());
    }

    /** The same import with this many readers and this journal. */
    public ImportRequest with(int readers, Optional<Path> file) {
        return new ImportRequest(files, format, options, clockSkew, rejects, readers, file, meter);
    }

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
