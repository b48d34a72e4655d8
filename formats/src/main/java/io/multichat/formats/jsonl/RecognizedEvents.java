package io.multichat.formats.jsonl;

import io.multichat.events.InvalidEventException;
import io.multichat.events.codec.EventDecoder;
import io.multichat.formats.EventReader;
import io.multichat.formats.FileEvent;
import io.multichat.formats.FileKind;
import io.multichat.formats.UnrecognizedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * The events of a file that is known to hold events. Reads ahead to the first valid event when it opens, so that a file in
 * another format is refused before anything of it is published. Used by one thread.
 */
final class RecognizedEvents implements EventReader {
    /** Memory that events before the first valid one may take; a header or a damaged beginning is smaller. */
    private static final int MAX_BYTES = 1 << 20;

    private static final int MAX_EVENTS = 100;

    private final EventReader events;
    private final Queue<FileEvent> ahead = new ArrayDeque<>();

    private RecognizedEvents(EventReader events) {
        this.events = events;
    }

    /**
     * Reads ahead in a file. Blocks until its first events arrive.
     *
     * @param file closed by {@link #close()}, and when the file is refused
     * @throws UnrecognizedFileException when the file is empty or none of its first events is valid
     * @throws IOException when the file cannot be read
     */
    static RecognizedEvents open(InputStream file, int maxEventBytes) throws IOException {
        RememberedHead input = new RememberedHead(file);
        RecognizedEvents recognized = new RecognizedEvents(new JsonLinesReader(input, maxEventBytes));
        Optional<String> problem = recognized.readAhead();
        if (problem.isPresent()) {
            recognized.close();
            throw refused(FileKind.of(input.head()), problem.get());
        }
        return recognized;
    }

    @Override
    public Optional<FileEvent> next() throws IOException {
        return ahead.isEmpty() ? events.next() : Optional.of(ahead.remove());
    }

    @Override
    public void close() throws IOException {
        events.close();
    }

    /** @return what is wrong with the first event; empty when a valid event follows soon */
    private Optional<String> readAhead() throws IOException {
        EventDecoder decoder = new EventDecoder();
        Optional<String> first = Optional.empty();
        int bytes = 0;
        while (ahead.size() < MAX_EVENTS && bytes < MAX_BYTES) {
            Optional<FileEvent> next = events.next();
            if (next.isEmpty()) {
                break;
            }
            ahead.add(next.get());
            bytes += next.get().value().map(value -> value.length).orElse(0);
            Optional<String> problem = problem(decoder, next.get());
            if (problem.isEmpty()) {
                return problem;
            }
            first = first.or(() -> problem);
            if (isUnfinishedJson(ahead.element())) {
                // The last element of an array would be taken for an event of its own, because no comma follows it.
                return first;
            }
        }
        return first.or(() -> Optional.of(FileKind.EMPTY));
    }

    private static boolean isUnfinishedJson(FileEvent event) {
        String text = event.value()
                .map(value -> new String(value, StandardCharsets.ISO_8859_1).strip())
                .orElse("");
        return !text.isEmpty() && "[{,".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static Optional<String> problem(EventDecoder decoder, FileEvent event) {
        if (event.value().isEmpty()) {
            return Optional.of(event.place() + " is larger than event.max.bytes");
        }
        try {
            decoder.decode(event.value().get());
            return Optional.empty();
        } catch (InvalidEventException e) {
            return Optional.of(event.place() + ": " + e.getMessage());
        }
    }

    private static UnrecognizedFileException refused(String kind, String problem) {
        if (kind.equals(FileKind.EMPTY)) {
            return new UnrecognizedFileException("is empty", "");
        }
        if (kind.equals(FileKind.JSON_OBJECTS)) {
            return new UnrecognizedFileException("does not begin with chat events: " + problem, "");
        }
        String hint = kind.equals(FileKind.JSON_ARRAY)
                ? "`jq -c '.[]'` writes the elements of an array on one line each"
                : "";
        return new UnrecognizedFileException("does not have one JSON object per line: it looks like " + kind, hint);
    }
}
