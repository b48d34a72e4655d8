package io.multichat.jobs.imports.source;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An open zip.
 *
 * @param zip the zip
 * @param assumptions what was assumed about the names of its entries
 */
record OpenZip(ZipFile zip, List<String> assumptions) {
    private static final int ENTRY_MAGIC = 0x504B0304;
    private static final int EMPTY_MAGIC = 0x504B0506;

    /** The code page of the format itself, for names that are not marked as UTF-8; Latin-1 where Java does not have it. */
    private static final Charset LEGACY =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    /**
     * Opens a zip, also one whose names are not UTF-8.
     *
     * @throws IOException when it is damaged
     */
    static OpenZip of(Path file) throws IOException {
        try {
            return new OpenZip(new ZipFile(file.toFile()), List.of());
        } catch (ZipException e) {
            try {
                return new OpenZip(
                        new ZipFile(file.toFile(), LEGACY),
                        List.of("The names in the zip are not UTF-8 and are read as " + LEGACY.name() + "."));
            } catch (ZipException again) {
                e.addSuppressed(again);
                throw e;
            }
        }
    }

    /** True when a file begins as a zip does. */
    static boolean isZip(Path file) throws IOException {
        try (InputStream input = new FileInputStream(file.toFile())) {
            byte[] magic = input.readNBytes(Integer.BYTES);
            return magic.length == Integer.BYTES
                    && isMagic(ByteBuffer.wrap(magic).getInt());
        }
    }

    /** @param magic the first four bytes, the first one highest */
    static boolean isMagic(int magic) {
        return magic == ENTRY_MAGIC || magic == EMPTY_MAGIC;
    }
}
