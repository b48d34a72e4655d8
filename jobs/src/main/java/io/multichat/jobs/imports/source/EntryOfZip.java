package io.multichat.jobs.imports.source;

import io.multichat.formats.ChatFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file in a zip.
 *
 * @param zip must be open while the file is read
 * @param entry the entry
 * @param path begins with the name of the zip, which names the chat when the entry does not
 * @param meter counts its compressed bytes
 */
record EntryOfZip(ZipFile zip, ZipEntry entry, String path, ByteMeter.OfFile meter) implements ChatFile {
    /** The names in the path of an entry. */
    static Stream<String> names(ZipEntry entry) {
        return Arrays.stream(entry.getName().split("/"));
    }

    @Override
    public InputStream open() throws IOException {
        if (entry.getName().startsWith("/") || names(entry).anyMatch(".."::equals)) {
            throw new IOException("its name leads outside of the zip");
        }
        long compressed = Math.max(0, entry.getCompressedSize());
        double ratio = (double) compressed / Math.max(1, entry.getSize());
        InputStream content =
                new CountedStream(zip.getInputStream(entry), position -> meter.at((long) (position * ratio)));
        return Decompression.of(new BoundedInflation(content, () -> compressed));
    }
}
