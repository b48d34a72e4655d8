package io.multichat.sinks.archive.read;

import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import io.multichat.sinks.archive.files.ArchiveErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Examines the chains of manifests of an archive, and whether each file that they name exists with its size. */
public final class ArchiveFileCheck implements Check {
    private final Path root;

    /** @param root the archive's folder */
    public ArchiveFileCheck(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public List<Finding> findings() {
        if (!Files.isDirectory(root)) {
            return List.of(Finding.warning(
                    "there is no archive at " + root,
                    "Start the archive sink, or set archive.dir to the folder that its connector has."));
        }
        ArchiveReader reader = new ArchiveReader(root);
        return ArchiveErrors.whileReading(reader::missingFiles).stream()
                .map(missing -> Finding.danger(
                        missing + " was deleted or cut after its commit; answers and exports that need it fail",
                        "Restore the file from a backup. Without one, stop the archive sink, move " + root
                                + " elsewhere and start the sink: it writes what the topics still hold."))
                .toList();
    }
}
