package io.multichat.benchmarks.sink.raw;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Compressed files, one after another; each is on disk before the next one begins. */
final class RawSegments {
    // The defaults of the sink.
    private static final int LEVEL = 3;
    private static final long COMMIT_RECORDS = 100_000;
    private static final long COMMIT_BYTES = 64 << 20;
    /** The sink syncs three folders in a commit: that of the segment, of the unfinished manifest, and of the chain. */
    private static final int SYNCED_FOLDERS = 3;

    private static final String SUFFIX = ".jsonl.zst";
    /** Lines are compressed in blocks: calling the compressor for each line would cost more than the line. */
    private static final int BUFFER = 64 << 10;

    private static final byte[] MANIFEST = new byte[400];

    private final Path folder;
    private FileChannel file;
    private ZstdOutputStreamNoFinalizer compressed;
    private OutputStream lines;
    private int number;
    private long records;
    private long bytes;

    /** @param folder created by this */
    RawSegments(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(List<byte[]> more) {
        try {
            if (lines == null) {
                begin();
            }
            for (byte[] line : more) {
                lines.write(line);
                bytes += line.length;
            }
            records += more.size();
            if (records >= COMMIT_RECORDS || bytes >= COMMIT_BYTES) {
                commit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the open file, if there is one. */
    void finish() {
        try {
            if (lines != null) {
                commit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all files that were written to a folder. */
    static void forEachLine(Path folder, Consumer<String> consumer) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        new ZstdInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                    reader.lines().forEach(consumer);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() throws IOException {
        number++;
        file = open(number + SUFFIX);
        compressed = new ZstdOutputStreamNoFinalizer(Channels.newOutputStream(file), LEVEL).setChecksum(true);
        lines = new BufferedOutputStream(compressed, BUFFER);
        records = 0;
        bytes = 0;
    }

    /** Makes durable what a commit of the sink does: the lines, a stand-in for a manifest, and the names of both. */
    private void commit() throws IOException {
        lines.flush();
        compressed.closeWithoutClosingParentStream();
        lines = null;
        file.force(true);
        file.close();
        try (FileChannel manifest = open(number + ".json");
                FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            manifest.write(ByteBuffer.wrap(MANIFEST));
            manifest.force(true);
            for (int i = 0; i < SYNCED_FOLDERS; i++) {
                names.force(true);
            }
        }
    }

    private FileChannel open(String name) throws IOException {
        return FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
