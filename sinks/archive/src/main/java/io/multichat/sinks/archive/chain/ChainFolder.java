package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The manifests of one chain, as files that are named by their numbers.
 *
 * @param path of the folder
 */
public record ChainFolder(Path path) {
    private static final Pattern NAME = Pattern.compile("[0-9]{20}\\.json");

    /**
     * A manifest and the chain's end if it is the newest.
     *
     * @param manifest what it says
     * @param head what follows has to follow
     */
    public record Link(Manifest manifest, ChainHead head) {}

    public static String fileName(long sequence) {
        return String.format("%020d.json", sequence);
    }

    public Path file(long sequence) {
        return path.resolve(fileName(sequence));
    }

    /** The numbers of all manifests that are there, ascending. */
    public List<Long> sequences() throws IOException {
        return Folders.list(path).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> NAME.matcher(name).matches())
                .map(name -> Long.parseLong(name.substring(0, 20)))
                .toList();
    }

    /** The highest number; 0 when there is none. */
    long newest() throws IOException {
        List<Long> sequences = sequences();
        return sequences.isEmpty() ? 0 : sequences.get(sequences.size() - 1);
    }

    /**
     * The manifest of that number.
     *
     * @throws NoSuchFileException when there is none
     * @throws ArchiveDamagedException when the file is no manifest, or one of another number
     */
    public Link read(long sequence) throws IOException {
        Path file = file(sequence);
        byte[] bytes = Files.readAllBytes(file);
        Manifest manifest = ManifestDecoder.decode(bytes, file);
        if (manifest.sequence() != sequence) {
            throw new ArchiveDamagedException(
                    file + " is manifest " + manifest.sequence() + ", which belongs elsewhere");
        }
        return new Link(manifest, ChainHead.of(manifest, bytes));
    }
}
