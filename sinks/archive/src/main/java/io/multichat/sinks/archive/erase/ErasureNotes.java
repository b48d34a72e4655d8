package io.multichat.sinks.archive.erase;

import io.multichat.events.Conversation;
import io.multichat.sinks.archive.files.ArchiveFiles;
import io.multichat.sinks.archive.files.ErasureFolders;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.core.SinkEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * The erasures of one chain. A pending one is noted durably before its command is committed, and counts as applied once no segment holds
 * what it covers; so a crash in between leaves the note, and the erasure is repeated. Used by one thread.
 */
public final class ErasureNotes {
    private final ErasureFolders folders;
    private final ArchiveFiles files;
    private final PendingErasures pending = new PendingErasures();
    /** Those of participants: others cover only lines that are gone. */
    private final Map<Conversation, Set<ErasureNote>> applied = new HashMap<>();

    /** The notes beside the chain of a topic-partition; their folder need not exist. */
    public ErasureNotes(TopicPartition source, ArchiveStorage storage) {
        this.folders = ErasureFolders.of(storage.layout(), storage.layout().manifests(source));
        this.files = storage.files();
    }

    /** Forgets what is only in memory and reads what is noted. */
    public void load() throws IOException {
        pending.clear();
        read(folders.pending()).forEach(pending::add);
        applied.clear();
        read(folders.applied()).forEach(this::addApplied);
    }

    /**
     * Takes note of an entry that waits for the next commit. A command is a new erasure. An edit or delete of a message in a conversation
     * with an erased participant may be of an erased message, so that participant is erased again, at the time of that message.
     */
    public void add(SinkEntry entry) {
        if (entry instanceof SinkEntry.Erasure erasure) {
            pending.add(
                    new ErasureNote(erasure.origin().offset(), erasure.command().conversation(), erasure.marker()));
        }
        if (entry instanceof SinkEntry.Transcript version
                && version.placement().kind().revisesMessage()) {
            long sentAt = version.placement().sentAt();
            applied.getOrDefault(version.conversation(), Set.of()).stream()
                    .filter(note -> sentAt <= note.marker().until())
                    .forEach(note -> pending.addAt(note, sentAt));
        }
    }

    /** Makes the pending erasures durable. Call before their commands are committed. */
    public void save() throws IOException {
        if (pending.isEmpty()) {
            return;
        }
        files.createFolders(List.of(folders.pending()));
        for (ErasureNote note : pending.notes()) {
            Path part = folders.pending().resolve(note.fileName() + ErasureFolders.PART);
            files.delete(part);
            files.create(part, ByteBuffer.wrap(note.encode()));
            files.sync(List.of(part));
            files.move(part, folders.pending().resolve(note.fileName()));
        }
        files.syncFolders(List.of(folders.pending()));
    }

    /** Counts the pending erasures as applied. */
    public void applied() throws IOException {
        if (pending.isEmpty()) {
            return;
        }
        files.createFolders(List.of(folders.applied()));
        for (ErasureNote note : pending.notes()) {
            Path file = folders.pending().resolve(note.fileName());
            if (note.marker().removesMessages()) {
                files.delete(file);
            } else {
                moveIfThere(file, folders.applied().resolve(note.fileName()));
                addApplied(note);
            }
        }
        files.syncFolders(List.of(folders.applied(), folders.pending()));
        pending.clear();
    }

    /** Another owner of the topic-partition may have applied it at the same time. */
    private void moveIfThere(Path pendingNote, Path appliedNote) throws IOException {
        try {
            files.move(pendingNote, appliedNote);
        } catch (NoSuchFileException e) {
            // Applied already.
        }
    }

    private void addApplied(ErasureNote note) {
        applied.computeIfAbsent(note.conversation(), key -> new LinkedHashSet<>())
                .add(note);
    }

    /** True if something must be erased. */
    public boolean isPending() {
        return !pending.isEmpty();
    }

    PendingErasures pending() {
        return pending;
    }

    private static Set<ErasureNote> read(Path folder) throws IOException {
        Set<ErasureNote> notes = new LinkedHashSet<>();
        for (Path file : ErasureFolders.notes(folder)) {
            notes.add(ErasureNote.decode(Files.readAllBytes(file), file));
        }
        return notes;
    }
}
