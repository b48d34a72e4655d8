package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compaction tells. */
class ArchiveCompactTest {
    @TempDir
    Path archive;

    @Test
    void tellsWhatItDid() {
        CommandOutput people = CommandOutput.of("archive", "compact", "--archive", archive.toString());
        CommandOutput programs = CommandOutput.of("archive", "compact", "--archive", archive.toString(), "--json");

        assertThat(people.exitCode()).isZero();
        assertThat(people.out())
                .isEqualToIgnoringNewLines("merged 0 files into 0, removed 0 replaced files and 0 manifests");
        assertThat(programs.out())
                .isEqualToIgnoringNewLines("{\"mergedFiles\":0,\"newFiles\":0,\"removedFiles\":0,"
                        + "\"removedManifests\":0,\"lostRaces\":0}");
    }
}
