package io.multichat.jobs.export.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The list of finished files, one line for each group of files that are written together, in the order in which they are written. A
 * continued export skips as many groups as the list has. A line without an end was not finished. Used by one thread.
 */
final class FinishedFiles {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path list;

    /** Receives finished files. */
    interface Receiver {
        void file(DeliveredFile file) throws IOException;
    }

    /**
     * A line of the list.
     *
     * @param files the files of the group
     */
    record Group(List<DeliveredFile> files) {}

    FinishedFiles(Path list) {
        this.list = list;
    }

    /** Removes the lines from the first on whose files are missing or whose text is cut off, and returns the number of the rest. */
    long check(Path folder) throws IOException {
        if (!Files.exists(list, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        long groups = 0;
        long bytes = 0;
        long size = Files.size(list);
        try (BufferedReader reader = reader()) {
            String line = reader.readLine();
            while (line != null && bytes + length(line) <= size && isWhole(line, folder)) {
                groups++;
                bytes += length(line);
                line = reader.readLine();
            }
        }
        try (FileChannel channel = FileChannel.open(list, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            channel.truncate(bytes);
        }
        return groups;
    }

    /** Adds a group, on disk. */
    void add(List<DeliveredFile> files) throws IOException {
        byte[] line = (JSON.writeValueAsString(new Group(files)) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                list, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
        }
    }

    /** Passes on all files. */
    void forEach(Receiver receiver) throws IOException {
        if (!Files.exists(list, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        long left = Files.size(list);
        try (BufferedReader reader = reader()) {
            for (String line = reader.readLine(); line != null && left >= length(line); line = reader.readLine()) {
                left -= length(line);
                for (DeliveredFile file : JSON.readValue(line, Group.class).files()) {
                    receiver.file(file);
                }
            }
        }
    }

    private BufferedReader reader() throws IOException {
        return new BufferedReader(
                new InputStreamReader(Files.newInputStream(list, LinkOption.NOFOLLOW_LINKS), StandardCharsets.UTF_8));
    }

    /** The bytes of a line with its end, which only a finished line has. */
    private static long length(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length + 1L;
    }

    private static boolean isWhole(String line, Path folder) throws IOException {
        try {
            for (DeliveredFile file : JSON.readValue(line, Group.class).files()) {
                Path path = folder.resolve(file.path());
                if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) != file.bytes()) {
                    return false;
                }
            }
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
