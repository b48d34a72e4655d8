package io.multichat.sinks.sqlite.settings;

import io.multichat.events.text.WholeNumbers;
import io.multichat.reading.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a store is divided into files: one file {@code sessions.db}, or {@code sessions-p0.db}, {@code sessions-p1.db}, … in
 * the same folder, one for each Kafka partition. Each conversation is in one file, with all its sessions and messages.
 */
public enum Layout {
    /** One file. */
    SINGLE,
    /** One file for each partition, so that writers do not wait for each other. */
    PER_PARTITION;

    /** The layout that a setting names, for example {@code per-partition}. */
    static Layout of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The name of the layout in settings. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The number of the file that contains a partition. */
    public int number(int partition) {
        return this == SINGLE ? 0 : partition;
    }

    /**
     * The file with a number.
     *
     * @param configured the path in {@code sqlite.file}
     */
    public Path file(Path configured, int number) {
        String[] name = parts(configured);
        return this == SINGLE ? configured : configured.resolveSibling(name[0] + "-p" + number + name[1]);
    }

    /**
     * The existing files by number, whichever layout wrote them: the single file, or else those of the partitions.
     *
     * @throws StoreException if the folder cannot be read
     */
    public static SortedMap<Integer, Path> files(Path configured) {
        return Files.exists(configured) ? new TreeMap<>(Map.of(0, configured)) : ofPartitions(configured);
    }

    /** The layout of the existing files; SINGLE if there are none. */
    public static Layout written(Path configured) {
        return Files.exists(configured) || ofPartitions(configured).isEmpty() ? SINGLE : PER_PARTITION;
    }

    /** A file of the other layout that exists, and what to do about it; empty if there is none. */
    public Optional<String> obstacle(Path configured) {
        Optional<Path> other = this == SINGLE
                ? ofPartitions(configured).values().stream().findFirst()
                : Optional.of(configured).filter(Files::exists);
        return other.map(file -> file + " was written with another sqlite.layout than " + text()
                + "; restore that setting, or move the file away: new files are then filled from the topics");
    }

    /** @throws StoreException with the verdict STOP if there is an {@link #obstacle} */
    public void requireNoObstacle(Path configured) {
        obstacle(configured).ifPresent(problem -> {
            throw new StoreException(StoreException.Verdict.STOP, problem, null);
        });
    }

    private static SortedMap<Integer, Path> ofPartitions(Path configured) {
        String[] name = parts(configured);
        Pattern pattern = Pattern.compile(Pattern.quote(name[0]) + "-p(0|[1-9][0-9]{0,8})" + Pattern.quote(name[1]));
        SortedMap<Integer, Path> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(configured.toAbsolutePath().getParent())) {
            files.forEach(file -> {
                Matcher matcher = pattern.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    found.put(WholeNumbers.parseInt(matcher.group(1)), file);
                }
            });
        } catch (NoSuchFileException | NotDirectoryException e) {
            return found;
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Verdict.STOP,
                    "the folder of " + configured + " cannot be read: " + e + "; grant this process access to it",
                    e);
        }
        return found;
    }

    /** The file name without its extension, and the extension with its dot (or empty). */
    private static String[] parts(Path configured) {
        String name = configured.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? new String[] {name.substring(0, dot), name.substring(dot)} : new String[] {name, ""};
    }
}
