package io.multichat.sinks.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * The commits of one topic-partition, as files that are numbered without gaps. Whoever creates the next number first has
 * committed; everybody else has not. So any number of writers may believe that they own the topic-partition.
 */
final class ManifestChain {
    private static final String NAME = "%020d.json";

    private final TopicPartition source;
    private final ArchiveKind kind;
    private final ArchiveFiles files;
    private final Path folder;

    /**
     * A manifest that is complete on disk and not part of the chain yet.
     *
     * @param file where it lies
     * @param head the chain's end once it is published
     */
    record Candidate(Path file, ChainHead head) {}

    ManifestChain(TopicPartition source, ArchiveKind kind, ArchiveStorage storage) {
        this.source = source;
        this.kind = kind;
        files = storage.files();
        folder = storage.layout().manifests(source);
    }

    static String fileName(long sequence) {
        return String.format(NAME, sequence);
    }

    /** The chain's end as it is on disk now. */
    ChainHead head() throws IOException {
        long newest = newest(folder);
        if (newest == 0) {
            return ChainHead.START;
        }
        Path file = folder.resolve(fileName(newest));
        byte[] bytes = Files.readAllBytes(file);
        Manifest manifest = ManifestCodec.decode(bytes, file);
        if (manifest.sequence() != newest || !manifest.source().equals(source)) {
            throw new ArchiveDamagedException(file + " is manifest " + manifest.sequence() + " of " + manifest.source()
                    + ", which belongs elsewhere");
        }
        return ChainHead.of(manifest, bytes);
    }

    Manifest read(long sequence) throws IOException {
        Path file = folder.resolve(fileName(sequence));
        return ManifestCodec.decode(Files.readAllBytes(file), file);
    }

    /** Writes the manifest that would follow {@code head} into the folder of an attempt, durably. */
    Candidate prepare(Path attempt, ChainHead head, long nextOffset, List<SegmentFile> segments) throws IOException {
        Manifest manifest = new Manifest(
                head.sequence() + 1,
                kind,
                source,
                head.nextOffset(),
                nextOffset,
                segments,
                head.sha256(),
                System.currentTimeMillis());
        byte[] bytes = ManifestCodec.encode(manifest);
        Path file = attempt.resolve(fileName(manifest.sequence()));
        files.createFolders(attempt);
        files.create(file, bytes);
        files.sync(file);
        files.syncFolder(attempt);
        return new Candidate(file, ChainHead.of(manifest, bytes));
    }

    /**
     * Makes a candidate part of the chain.
     *
     * @return false when another writer published that number first
     * @throws IOException when it is not certain whether it is part of the chain
     */
    boolean publish(Candidate candidate) throws IOException {
        files.createFolders(folder);
        try {
            files.link(
                    candidate.file(), folder.resolve(fileName(candidate.head().sequence())));
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        files.syncFolder(folder);
        files.delete(candidate.file());
        return true;
    }

    /** The highest number in a folder of manifests; 0 when there is none. */
    static long newest(Path folder) throws IOException {
        long newest = 0;
        for (Path file : Folders.list(folder)) {
            String name = file.getFileName().toString();
            if (name.matches("[0-9]{20}\\.json")) {
                newest = Math.max(newest, Long.parseLong(name.substring(0, 20)));
            }
        }
        return newest;
    }
}
