package io.multichat.jobs.erase.scan;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import io.multichat.reading.StoreException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Searches the bytes of all files in some folders for texts. Files that end in {@code .zst} or {@code .gz} are decompressed. Needs 1 MiB
 * of memory.
 */
public final class ByteSearch {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final String ZSTD = ".zst";
    private static final String GZIP = ".gz";

    private final List<String> texts;
    private final List<Needle> needles;
    private final int overlap;

    /** @param texts none of them empty */
    public ByteSearch(Collection<String> texts) {
        this.texts = List.copyOf(new LinkedHashSet<>(texts));
        this.needles = Needle.of(this.texts);
        this.overlap =
                needles.stream().mapToInt(needle -> needle.bytes().length).max().orElse(1) - 1;
    }

    /**
     * Searches.
     *
     * @param roots files and folders; those that do not exist are left out
     * @param excluded files and folders that are not searched
     * @throws StoreException if a file cannot be read
     */
    public List<FoundBytes> in(Collection<Path> roots, Collection<Path> excluded) {
        List<FoundBytes> found = new ArrayList<>();
        for (Path file : SearchedFiles.in(roots, excluded)) {
            Map<Integer, Long> counts = new TreeMap<>();
            try {
                search(file, counts);
            } catch (NoSuchFileException e) {
                // Removed meanwhile, such as a file that a compaction replaced.
            } catch (IOException e) {
                throw new StoreException(StoreException.Verdict.STOP, file + " cannot be searched: " + e, e);
            }
            counts.forEach((text, count) -> found.add(new FoundBytes(file.toString(), text, count)));
        }
        return found;
    }

    private void search(Path file, Map<Integer, Long> counts) throws IOException {
        if (file.toString().endsWith(ZSTD) || file.toString().endsWith(GZIP)) {
            try (InputStream content = decompressed(file)) {
                search(content, counts);
                return;
            } catch (ZstdIOException | ZipException | EOFException e) {
                // Unfinished, or not compressed at all.
                counts.clear();
            }
        }
        try (InputStream content = Files.newInputStream(file)) {
            search(content, counts);
        }
    }

    private static InputStream decompressed(Path file) throws IOException {
        InputStream compressed = Files.newInputStream(file);
        try {
            return file.toString().endsWith(ZSTD) ? new ZstdInputStream(compressed) : new GZIPInputStream(compressed);
        } catch (IOException e) {
            compressed.close();
            throw e;
        }
    }

    private void search(InputStream content, Map<Integer, Long> counts) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES + overlap];
        int kept = 0;
        for (int read = content.readNBytes(buffer, kept, BUFFER_BYTES);
                read > 0;
                read = content.readNBytes(buffer, kept, BUFFER_BYTES)) {
            int length = kept + read;
            for (Needle needle : needles) {
                // What lies within the bytes that are kept was found in the round before.
                int from = Math.max(0, kept - needle.bytes().length + 1);
                count(needle, buffer, from, length, counts);
            }
            kept = Math.min(overlap, length);
            System.arraycopy(buffer, length - kept, buffer, 0, kept);
        }
    }

    private void count(Needle needle, byte[] buffer, int start, int length, Map<Integer, Long> counts) {
        for (int at = needle.indexIn(buffer, start, length);
                at >= 0;
                at = needle.indexIn(buffer, at + needle.bytes().length, length)) {
            counts.merge(texts.indexOf(needle.text()) + 1, 1L, Long::sum);
        }
    }
}
