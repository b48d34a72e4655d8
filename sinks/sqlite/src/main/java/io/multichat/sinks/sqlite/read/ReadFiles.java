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
 * The files of a store, opened for reading, in either {@link Layout}. Looks for files at each call, because a writer may
 * create them at any time. Thread-safe.
 */
final class ReadFiles implements AutoCloseable {
    private final Path configured;
    private final Map<Path, ReadConnections> known = new ConcurrentHashMap<>();

    ReadFiles(Path configured) {
        this.configured = configured;
    }

    /** All existing files, by number. */
    SortedMap<Integer, ReadConnections> all() {
        SortedMap<Integer, ReadConnections> all = new TreeMap<>();
        Layout.files(configured)
                .forEach((number, file) -> all.put(number, known.computeIfAbsent(file, ReadConnections::new)));
        return all;
    }

    /**
     * The first answer from any of the files; empty if no file has one.
     *
     * @throws StoreException if a file cannot be read before the answer is found
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
