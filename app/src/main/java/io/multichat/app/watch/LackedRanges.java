package io.multichat.app.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The known ranges of records that stores lack, kept in a file: once a sink has read on, its position does not show them any
 * more. One line for each range; a user who has completed a store deletes its lines. Used by one thread.
 */
final class LackedRanges {
    private final Path file;
    private final List<LackedRange> ranges = new ArrayList<>();

    /** Reads the file if it exists. */
    LackedRanges(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(LackedRange::parse)
                        .forEach(ranges::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ranges that a store at its present location lacks. */
    List<LackedRange> of(WatchedStore store) {
        return ranges.stream()
                .filter(range -> range.store().equals(store.name())
                        && range.location().equals(store.location().toString()))
                .toList();
    }

    /** Adds a range, durably; false if it is known. */
    boolean add(LackedRange added) {
        if (ranges.stream().anyMatch(known -> known.contains(added))) {
            return false;
        }
        ranges.removeIf(added::contains);
        ranges.add(added);
        save();
        return true;
    }

    /** Forgets ranges, durably. */
    void removeIf(Predicate<LackedRange> condition) {
        if (ranges.removeIf(condition)) {
            save();
        }
    }

    private void save() {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(next, ranges.stream().map(LackedRange::line).toList());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
