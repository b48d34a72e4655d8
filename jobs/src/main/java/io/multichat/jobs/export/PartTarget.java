package io.multichat.jobs.export;

import io.multichat.formats.write.ExportContents;
import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.WriteOptions;
import io.multichat.jobs.export.delivery.Compression;
import io.multichat.jobs.export.delivery.DeliveryFolder;
import io.multichat.jobs.export.delivery.FolderFile;

/**
 * What the files of one format are, and where they are written.
 *
 * @param folder the delivery
 * @param format the format
 * @param compression how the files are compressed
 * @param limits when a file is full
 * @param options what the user says about the content
 * @param contents all that is exported
 */
record PartTarget(
        DeliveryFolder folder,
        ExportFormat format,
        Compression compression,
        SplitLimits limits,
        WriteOptions options,
        ExportContents contents) {

    boolean isFull(FileCounts counts, FolderFile file) {
        return limits.isReached(counts.messages(), file.written());
    }
}
