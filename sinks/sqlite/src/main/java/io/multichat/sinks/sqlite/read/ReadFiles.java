package io.multichat.sinks.sqlite.read;

import io.multichat.reading.StoreException;
import io.multichat.sinks.sqlite.settings.Layout;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of a store as they are to be read, whichever {@link Layout} they have. Looked for at each question, since a writer makes
 * them when it starts. Thread-safe.
 */
final class ReadFiles implements AutoCloseable {
    private final Path configured;
    private final Map<Path, ReadConnections> known = new ConcurrentHashMap<>();

    ReadFiles(Path configured) {
        this.configured = configured;
    }

    /** All that are there, by number. */
    SortedMap<Integer, ReadConnections> all() {
        SortedMap<Integer, ReadConnections> all = new TreeMap<>();
        Layout.files(configured)
                .forEach((number, file) -> all.put(number, known.computeIfAbsent(file, ReadConnections::new)));
        return all;
    }

    /**
     * The first answer that one of the files gives.
     *
     * @throws StoreException when one cannot be read before the answer is found
     */
    <T> Optional<T> first(ReadConnections.Question<Optional<T>> question) {
        for (ReadConnections file : all().values()) {
            Optional<T> answer = file.ask(Optional.empty(), question);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        known.values().forEach(ReadConnections::close);
    }
}
