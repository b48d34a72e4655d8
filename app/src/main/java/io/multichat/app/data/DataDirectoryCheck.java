package io.multichat.app.data;

import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Examines a data directory: who may read it, and which version of Multichat wrote it.
 *
 * @param layout the data directory, which need not exist
 */
public record DataDirectoryCheck(DataLayout layout) implements Check {
    @Override
    public String name() {
        return "data directory";
    }

    @Override
    public List<Finding> findings() {
        Path root = layout.root();
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try {
            List<Finding> findings = new ArrayList<>();
            if (new DataPermissions(root).isOpenToOthers()) {
                findings.add(Finding.danger(
                        "other users of this machine can read messages in " + root, "chmod -R go-rwx " + root));
            }
            DataVersion.refusal(layout)
                    .ifPresent(problem -> findings.add(Finding.danger(
                            problem, "docs/operations.md, \"Upgrade\", says how to move to this version.")));
            return findings;
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be read: " + e + "; run this as the user that owns it", e);
        }
    }
}
