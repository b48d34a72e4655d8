package io.multichat.sinks.archive.read;

import io.multichat.reading.backup.CopiedFile;
import io.multichat.reading.backup.StoreBackup;
import io.multichat.sinks.archive.files.ArchiveErrors;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The backup of an archive: for each chain of manifests, its manifests and the files that the newest of them names. A copy is an archive
 * itself.
 *
 * @param root the archive's folder
 */
public record ArchiveBackup(Path root) implements StoreBackup {
    @Override
    public String name() {
        return "archive";
    }

    @Override
    public boolean exists() {
        return Files.isDirectory(new ArchiveLayout(root).chains());
    }

    @Override
    public List<CopiedFile> copyTo(Path folder) {
        return ArchiveErrors.whileReading(() -> {
            List<CopiedFile> copied = new ArrayList<>();
            for (Path chain : Folders.list(new ArchiveLayout(root).chains())) {
                copied.addAll(new ChainCopy(new ArchiveLayout(root), new ArchiveLayout(folder)).copy(chain));
            }
            return copied;
        });
    }

    @Override
    public Map<String, Long> positions(Path folder) throws IOException {
        Map<String, Long> positions = new HashMap<>();
        new ArchiveReader(folder)
                .positions()
                .forEach((partition, offset) -> positions.put(partition.toString(), offset));
        return positions;
    }

    @Override
    public void restoreFrom(Path folder) throws IOException {
        Path chains = new ArchiveLayout(folder).chains();
        Path absolute = folder.toAbsolutePath().normalize();
        // Manifests last: until then, the archive has no file that could be missing.
        for (boolean manifests : List.of(false, true)) {
            for (Path file : CopiedFile.in(absolute)) {
                if (file.startsWith(chains) == manifests) {
                    CopiedFile.copy(file, root.resolve(absolute.relativize(file).toString()), root);
                }
            }
        }
    }
}
