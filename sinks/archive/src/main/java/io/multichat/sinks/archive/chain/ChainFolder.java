package io.multichat.sinks.archive.chain;

import io.multichat.events.text.WholeNumbers;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The folder with the manifests of one chain, which are named by their sequence numbers.
 *
 * @param path of the folder, which need not exist
 */
public record ChainFolder(Path path) {
    private static final Pattern NAME = Pattern.compile("[0-9]{20}\\.json");

    /**
     * A manifest and the chain's end if it is the newest.
     *
     * @param manifest the content
     * @param head what the next manifest must follow
     */
    public record Link(Manifest manifest, ChainHead head) {}

    /** The name of a manifest's file, for example {@code 00000000000000000001.json}. */
    public static String fileName(long sequence) {
        return String.format(Locale.ROOT, "%020d.json", sequence);
    }

    /** The path of a manifest. */
    public Path file(long sequence) {
        return path.resolve(fileName(sequence));
    }

    /** The numbers of all manifests in the folder, ascending. */
    public List<Long> sequences() throws IOException {
        return Folders.list(path).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> NAME.matcher(name).matches())
                .map(name -> WholeNumbers.parseLong(name.substring(0, 20)))
                .toList();
    }

    /** The highest number; 0 when there is no manifest. */
    long newest() throws IOException {
        List<Long> sequences = sequences();
        return sequences.isEmpty() ? 0 : sequences.get(sequences.size() - 1);
    }

    /**
     * Reads a manifest.
     *
     * @throws NoSuchFileException when it does not exist
     * @throws ArchiveDamagedException when the file is not a manifest, or has another number
     */
    public Link read(long sequence) throws IOException {
        Path file = file(sequence);
        byte[] bytes = Files.readAllBytes(file);
        Manifest manifest = ManifestDecoder.decode(bytes, file);
        if (manifest.sequence() != sequence) {
            throw new ArchiveDamagedException(
                    file + " contains manifest " + manifest.sequence() + ", which belongs in another file");
        }
        return new Link(manifest, ChainHead.of(manifest, bytes));
    }
}
