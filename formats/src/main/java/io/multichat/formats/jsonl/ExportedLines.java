package io.multichat.formats.jsonl;

import io.multichat.events.InvalidEventException;
import io.multichat.events.json.JsonException;
import io.multichat.events.json.JsonField;
import io.multichat.formats.ChatReader;
import io.multichat.formats.EventPlace;
import io.multichat.formats.EventSink;
import io.multichat.formats.FileEvent;
import io.multichat.formats.FileHead;
import io.multichat.formats.Refusal;
import io.multichat.formats.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The events of an export in JSON Lines, byte for byte. Without earlier versions, an edit or a delete is made of the message as it is
 * shown. A file without its last line is reported as truncated, after its events were passed on. Used by one thread.
 */
final class ExportedLines implements ChatReader {
    private static final String MARK = "\"format\":\"multichat-export\"";

    /** A message with all its versions. */
    private static final int MAX_LINE_BYTES = 64 << 20;

    private final JsonLinesReader lines;
    private final Optional<String> file;
    private final ShownVersion shown = new ShownVersion();
    private boolean complete;

    /** @param file the name of the file in places; empty when only one file is read */
    ExportedLines(InputStream input, Optional<String> file) {
        this.lines = new JsonLinesReader(input, MAX_LINE_BYTES);
        this.file = file;
    }

    /** True when the file begins with the manifest of an export. */
    static boolean recognizes(FileHead head) {
        return head.lines().stream()
                .limit(1)
                .anyMatch(line -> line.startsWith("{\"kind\":\"manifest\"") && line.contains(MARK));
    }

    @Override
    public void read(EventSink sink) throws IOException {
        EventPlace place = EventPlace.line(1);
        for (Optional<FileEvent> line = lines.next(); line.isPresent(); line = lines.next()) {
            place = line.get().place();
            try {
                record(sink, place, line.get().value().orElseThrow(() -> new RefusedException("the line is too long")));
            } catch (JsonException | InvalidEventException | RefusedException e) {
                sink.refused(new Refusal(located(place), e.getMessage()));
            }
        }
        if (!complete) {
            sink.refused(new Refusal(located(place), "the export is truncated: its last line, complete, is missing"));
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void record(EventSink sink, EventPlace place, byte[] line) {
        Map<String, JsonField> fields = new HashMap<>();
        JsonField.of(line).forEach(field -> fields.put(field.name(), field));
        String kind = fields.containsKey("kind") ? fields.get("kind").value() : "";
        switch (kind) {
            case "\"message\"" -> message(sink, place, fields);
            case "\"event\"" -> pass(sink, place, bytes(fields.get("event")));
            case "\"complete\"" -> complete = true;
            case "\"manifest\"" -> requireVersion(fields.get("version"));
            case "\"session\"" -> complete = false;
            default -> throw new RefusedException("the line is not a record of an export");
        }
    }

    private void message(EventSink sink, EventPlace place, Map<String, JsonField> fields) {
        if (fields.containsKey("versions")) {
            JsonElements.of(bytes(fields.get("versions"))).forEach(version -> pass(sink, place, version));
            return;
        }
        byte[] event = bytes(fields.get("event"));
        pass(sink, place, event);
        shown.of(event).ifPresent(version -> pass(sink, place, version));
    }

    private void pass(EventSink sink, EventPlace place, byte[] event) {
        sink.event(new FileEvent(located(place), Optional.of(event)));
    }

    private EventPlace located(EventPlace place) {
        return file.map(place::in).orElse(place);
    }

    private static byte[] bytes(JsonField field) {
        if (field == null) {
            throw new RefusedException("the record has no event");
        }
        return field.value().getBytes(StandardCharsets.UTF_8);
    }

    private static void requireVersion(JsonField version) {
        if (version == null || !version.value().equals(String.valueOf(ExportRecords.VERSION))) {
            throw new RefusedException(
                    "the export has another version than " + ExportRecords.VERSION + "; its events may be misread");
        }
    }
}
