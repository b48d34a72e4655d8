package io.multichat.sinks.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a chain of manifests from its first to its newest and checks that each follows the one before. */
final class ChainReader {
    private ChainReader() {}

    /**
     * Hands over the manifests in their order.
     *
     * @param folder of one chain
     * @throws ArchiveDamagedException when a manifest is missing, was changed, or belongs elsewhere
     */
    static void forEach(Path folder, Consumer<Manifest> consumer) throws IOException {
        long newest = ManifestChain.newest(folder);
        ChainHead head = ChainHead.START;
        for (long sequence = 1; sequence <= newest; sequence++) {
            Path file = folder.resolve(ManifestChain.fileName(sequence));
            byte[] bytes = read(file, newest);
            Manifest manifest = ManifestCodec.decode(bytes, file);
            if (!manifest.follows(head)) {
                throw new ArchiveDamagedException("the chain of manifests is broken: " + file
                        + " does not follow the manifest before it; one of the two was changed");
            }
            consumer.accept(manifest);
            head = ChainHead.of(manifest, bytes);
        }
    }

    private static byte[] read(Path file, long newest) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ArchiveDamagedException(
                    "the chain of manifests is broken: " + file + " is missing, but the newest is " + newest, e);
        }
    }
}
