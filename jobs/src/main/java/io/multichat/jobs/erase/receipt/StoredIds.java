package io.multichat.jobs.erase.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The ids that the names of files begin with. */
final class StoredIds {
    private StoredIds() {}

    /**
     * The ids of the files with an ending, in the order of their names; none if the folder does not exist.
     *
     * @throws ReceiptException if the folder cannot be read
     */
    static List<String> in(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ReceiptException("the folder " + folder + " cannot be read: " + e, e);
        }
    }
}
