package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.chain.RetiredFile;
import io.multichat.sinks.archive.files.ArchiveFiles;
import io.multichat.sinks.archive.files.ArchiveLayout;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Hides replaced files and removes them later. Every step is idempotent. */
public record RetiredFiles(ArchiveLayout layout, ArchiveFiles files) {
    /**
     * Moves the files to a place where only readers that know them from an earlier manifest find them. Otherwise programs
     * that read with patterns would see each line twice.
     */
    void hide(List<RetiredFile> retired) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        for (RetiredFile file : retired) {
            folders.add(layout.replaced(file.path()).getParent());
        }
        files.createFolders(folders);
        for (RetiredFile file : retired) {
            Path hidden = layout.replaced(file.path());
            try {
                files.move(layout.resolve(file.path()), hidden);
            } catch (NoSuchFileException e) {
                // Already hidden.
            }
        }
    }

    /** Removes the files, and their folders once they are empty. */
    public void remove(List<RetiredFile> retired) throws IOException {
        Set<Path> folders = new HashSet<>();
        for (RetiredFile file : retired) {
            files.delete(layout.resolve(file.path()));
            files.delete(layout.replaced(file.path()));
            folders.add(layout.replaced(file.path()).getParent());
        }
        for (Path folder : folders) {
            try {
                files.delete(folder);
            } catch (DirectoryNotEmptyException e) {
                // It still holds files that were retired later.
            }
        }
    }
}
