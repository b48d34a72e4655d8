package io.multichat.benchmarks.job;

import com.github.luben.zstd.ZstdInputStream;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decompresses the transcript of an archive into one file: what an export would cost that reads nothing of it.
 *
 * @param archive the root of the archive
 */
record PlainCopy(Path archive) {
    /** Replaces the file, and returns the number of its bytes. */
    long to(Path file) {
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Segment segment : new ArchiveReader(archive).segments(ArchiveKind.TRANSCRIPT, 0, Long.MAX_VALUE)) {
                Path compressed = archive.resolve(segment.file().path());
                try (InputStream in = new ZstdInputStream(Files.newInputStream(compressed))) {
                    bytes += in.transferTo(out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }
}
