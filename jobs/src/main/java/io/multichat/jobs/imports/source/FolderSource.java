package io.multichat.jobs.imports.source;

import io.multichat.formats.ChatFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of a folder and of the folders in it. Links to folders are not followed. */
final class FolderSource implements OpenSource {
    private final String name;
    private final List<ChatFile> files;

    /**
     * Lists the files.
     *
     * @throws IOException when the folder cannot be read
     */
    FolderSource(Path folder, String name, ByteMeter meter) throws IOException {
        this.name = name;
        Path base = Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .orElse(Path.of(""));
        this.files = files(folder).stream()
                .<ChatFile>map(file ->
                        new RegularFile(file, RegularFile.slashed(base.resolve(folder.relativize(file))), meter.file()))
                .sorted(Comparator.comparing(ChatFile::path))
                .toList();
    }

    /**
     * The visible files of a folder; a file itself.
     *
     * @throws IOException when the folder cannot be read
     */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(file -> isVisible(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isCollection() {
        return true;
    }

    @Override
    public List<ChatFile> files() {
        return files;
    }

    private static boolean isVisible(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .noneMatch(part -> part.toString().startsWith("."));
    }
}
