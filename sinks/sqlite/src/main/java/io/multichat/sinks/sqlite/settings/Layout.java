package io.multichat.sinks.sqlite.settings;

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
 * How a store is divided into files: {@code sessions.db}, or {@code sessions-p0.db}, {@code sessions-p1.db}, … beside where that
 * would be, one for each Kafka partition. A conversation is in one file, with all its sessions and messages.
 */
public enum Layout {
    /** One file. */
    SINGLE,
    /** A file for each partition, so that writers do not wait for each other. */
    PER_PARTITION;

    /** The layout that a setting names. */
    static Layout of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As it is written in settings. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The number of the file of a partition. */
    public int number(int partition) {
        return this == SINGLE ? 0 : partition;
    }

    /** The file with that number. */
    public Path file(Path configured, int number) {
        String[] name = parts(configured);
        return this == SINGLE ? configured : configured.resolveSibling(name[0] + "-p" + number + name[1]);
    }

    /**
     * What is there, by number, whichever layout wrote it: the one file, else those of the partitions.
     *
     * @throws StoreException when the folder cannot be read
     */
    public static SortedMap<Integer, Path> files(Path configured) {
        return Files.exists(configured) ? new TreeMap<>(Map.of(0, configured)) : ofPartitions(configured);
    }

    /** What is there of the other layout, and what to do; empty when nothing is. */
    public Optional<String> obstacle(Path configured) {
        Optional<Path> other = this == SINGLE
                ? ofPartitions(configured).values().stream().findFirst()
                : Optional.of(configured).filter(Files::exists);
        return other.map(file -> file + " was written with another sqlite.layout than " + text()
                + "; set that one again, or move it away: then new files are filled from what the topics still hold");
    }

    /** @throws StoreException with the verdict STOP when there is an {@link #obstacle} */
    public void requireNoOther(Path configured) {
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
                    found.put(Integer.valueOf(matcher.group(1)), file);
                }
            });
        } catch (NoSuchFileException | NotDirectoryException e) {
            return found;
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Verdict.STOP, "the folder of " + configured + " cannot be read: " + e, e);
        }
        return found;
    }

    /** The name before its extension, and the extension. */
    private static String[] parts(Path configured) {
        String name = configured.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? new String[] {name.substring(0, dot), name.substring(dot)} : new String[] {name, ""};
    }
}
