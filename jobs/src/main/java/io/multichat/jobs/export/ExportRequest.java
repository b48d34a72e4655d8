package io.multichat.jobs.export;

import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.WriteOptions;
import io.multichat.jobs.export.delivery.Compression;
import io.multichat.jobs.export.source.ExportSource;
import io.multichat.jobs.export.stage.ExportSelection;

/**
 * What to export to a single file or stream.
 *
 * @param source where the sessions are
 * @param selection which sessions
 * @param format how they are written; its layout must be a stream
 * @param options what the user says about the content
 * @param compression how the file is compressed
 */
public record ExportRequest(
        ExportSource source,
        ExportSelection selection,
        ExportFormat format,
        WriteOptions options,
        Compression compression) {}
