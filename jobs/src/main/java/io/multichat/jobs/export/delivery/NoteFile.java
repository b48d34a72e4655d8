package io.multichat.jobs.export.delivery;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A JSON object in a file that is complete whenever it exists. */
final class NoteFile {
    private static final JsonMapper JSON = new JsonMapper();

    private NoteFile() {}

    static Optional<ObjectNode> read(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.of((ObjectNode) JSON.readTree(Files.readAllBytes(file)))
                : Optional.empty();
    }

    static void write(Path file, ObjectNode note) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(note));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
