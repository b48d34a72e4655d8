package io.multichat.jobs.export.delivery;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A note in a file that is complete whenever it exists. Links are not followed. */
final class NoteFile {
    private static final JsonMapper JSON = new JsonMapper();

    private NoteFile() {}

    static Optional<ObjectNode> read(Path file) throws IOException {
        Optional<String> text = readText(file);
        return text.isPresent() ? Optional.of((ObjectNode) JSON.readTree(text.get())) : Optional.empty();
    }

    static Optional<String> readText(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream input = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static void write(Path file, ObjectNode note) throws IOException {
        writeText(file, JSON.writeValueAsString(note));
    }

    static void writeText(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = create(temporary)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A new file in the place of what an interrupted process left there. */
    static FileChannel create(Path temporary) throws IOException {
        Files.deleteIfExists(temporary);
        return FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
