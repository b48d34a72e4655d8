package io.multichat.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.formats.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes each place of a file that does not become an event as one line of JSON. */
final class RejectsFile implements Consumer<Refusal>, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Optional<Writer> writer;

    /**
     * Creates the file, or replaces it.
     *
     * @param file where to write; empty: nowhere
     * @throws IOException when it cannot be written
     */
    RejectsFile(Optional<Path> file) throws IOException {
        this.writer = file.isPresent() ? Optional.of(Files.newBufferedWriter(file.get())) : Optional.empty();
    }

    /** The fields of a refusal in JSON. */
    static Map<String, Object> fields(Refusal refusal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        refusal.place().file().ifPresent(name -> fields.put("file", name));
        if (refusal.place().number() > 0) {
            fields.put(refusal.place().unit(), refusal.place().number());
        }
        fields.put("reason", refusal.reason());
        return fields;
    }

    @Override
    public void accept(Refusal refusal) {
        if (writer.isPresent()) {
            try {
                writer.get().write(JSON.writeValueAsString(fields(refusal)) + "\n");
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a refusal cannot be written as JSON", e);
            } catch (IOException e) {
                throw new UncheckedIOException("the file of --rejects cannot be written: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
        }
    }
}
