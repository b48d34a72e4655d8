package io.multichat.app.watch;

import io.multichat.app.embedded.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The known ranges of records that stores lack, kept in a file: once a sink has read on, its position does not show them any
 * more. One line for each range; a user who has completed a store deletes its lines. Used by one thread.
 */
final class LackedRanges {
    private static final Logger LOG = LoggerFactory.getLogger(LackedRanges.class);

    private final Path file;
    private final List<LackedRange> ranges = new ArrayList<>();

    /** Reads the file if it exists. What is not a range, such as a line that was edited or damaged, is left out with a warning. */
    LackedRanges(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                // Unlike Files.readAllLines, this accepts bytes that are not UTF-8.
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(this::read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        LackedRange.parse(line).ifPresentOrElse(ranges::add, () -> LOG.warn("{} has a line that cannot be read", file));
    }

    /** The ranges that a store at its present location lacks. */
    List<LackedRange> of(WatchedStore store) {
        return ranges.stream()
                .filter(range -> range.store().equals(store.name())
                        && range.location().equals(store.location().toString()))
                .toList();
    }

    /** Adds a range and saves it; false if it is known. */
    boolean add(LackedRange added) {
        if (ranges.stream().anyMatch(known -> known.contains(added))) {
            return false;
        }
        ranges.removeIf(added::contains);
        ranges.add(added);
        save();
        return true;
    }

    /** Forgets ranges and saves the others. */
    void removeIf(Predicate<LackedRange> condition) {
        if (ranges.removeIf(condition)) {
            save();
        }
    }

    private void save() {
        try {
            PrivateFiles.createDirectories(file.toAbsolutePath().getParent());
            PrivateFiles.write(
                    file, ranges.stream().map(range -> range.line() + "\n").collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
