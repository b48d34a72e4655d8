package io.multichat.sinks.archive.erase;

import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.files.ArchiveFiles;
import io.multichat.sinks.archive.files.Folders;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.core.SinkEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * The erasures of one chain. A pending one is noted durably before its command is committed, and counts as applied once no segment holds
 * what it covers; so a crash in between leaves the note, and the erasure is repeated. Used by one thread.
 */
public final class ErasureNotes {
    /** The ending of an unfinished note. */
    private static final String PART = ".part";

    private final Path pendingFolder;
    private final Path appliedFolder;
    private final ArchiveFiles files;
    private final Set<ErasureNote> pending = new LinkedHashSet<>();
    private final Set<ErasureNote> applied = new LinkedHashSet<>();

    /** The notes beside the chain of a topic-partition; their folder need not exist. */
    public ErasureNotes(TopicPartition source, ArchiveStorage storage) {
        Path chain = storage.layout().manifests(source).getFileName();
        Path folder = storage.layout().root().resolve(".erasures").resolve(chain);
        this.pendingFolder = folder.resolve("pending");
        this.appliedFolder = folder.resolve("applied");
        this.files = storage.files();
    }

    /** Forgets what is only in memory and reads what is noted. */
    public void load() throws IOException {
        pending.clear();
        pending.addAll(read(pendingFolder));
        applied.clear();
        applied.addAll(read(appliedFolder));
        applied.removeAll(pending);
    }

    /**
     * Takes note of an entry that waits for the next commit. A command is a new erasure. An edit or delete of a message in a conversation
     * with an erased participant may be of an erased message, so that participant is erased again.
     */
    public void add(SinkEntry entry) {
        if (entry instanceof SinkEntry.Erasure erasure) {
            pending.add(new ErasureNote(
                    erasure.origin().offset(), erasure.command().conversation(), erasure.marker()));
        }
        if (!applied.isEmpty() && entry instanceof SinkEntry.Transcript transcript) {
            addAgain(transcript);
        }
    }

    private void addAgain(SinkEntry.Transcript entry) {
        if (entry.placement().kind().revisesMessage()) {
            applied.stream()
                    .filter(note -> note.conversation().equals(entry.conversation()))
                    .filter(note -> !note.marker().removesMessages()
                            && entry.placement().sentAt() <= note.marker().until())
                    .forEach(pending::add);
        }
    }

    /** Makes the pending erasures durable. Call before their commands are committed. */
    public void save() throws IOException {
        if (pending.isEmpty()) {
            return;
        }
        files.createFolders(List.of(pendingFolder));
        for (ErasureNote note : pending) {
            Path part = pendingFolder.resolve(name(note) + PART);
            files.delete(part);
            files.create(part, ByteBuffer.wrap(note.encode()));
            files.sync(List.of(part));
            files.move(part, pendingFolder.resolve(name(note)));
        }
        files.syncFolders(List.of(pendingFolder));
    }

    /** Counts the pending erasures as applied. */
    public void applied() throws IOException {
        if (pending.isEmpty()) {
            return;
        }
        files.createFolders(List.of(appliedFolder));
        for (ErasureNote note : pending) {
            files.move(pendingFolder.resolve(name(note)), appliedFolder.resolve(name(note)));
        }
        files.syncFolders(List.of(appliedFolder, pendingFolder));
        applied.addAll(pending);
        pending.clear();
    }

    /** True if something must be erased. */
    public boolean isPending() {
        return !pending.isEmpty();
    }

    Set<ErasureNote> pending() {
        return pending;
    }

    private static Set<ErasureNote> read(Path folder) throws IOException {
        Set<ErasureNote> notes = new LinkedHashSet<>();
        for (Path file : Folders.list(folder)) {
            if (!file.toString().endsWith(PART)) {
                notes.add(ErasureNote.decode(Files.readAllBytes(file), file));
            }
        }
        return notes;
    }

    private static String name(ErasureNote note) {
        return ChainFolder.fileName(note.offset());
    }
}
