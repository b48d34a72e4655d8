package io.multichat.jobs.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.reading.diagnosis.Finding;
import io.multichat.reading.diagnosis.Finding.Severity;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskCheckTest {
    private static final long MIB = 1L << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"63,100000,DANGER", "900,10000,WARNING", "40000,1000000,WARNING", "60000,1000000,", "2000,10000,"})
    void littleSpaceIsAFinding(long freeMib, long totalMib, Severity severity) {
        assertThat(new DiskCheck(folder).finding(freeMib * MIB, totalMib * MIB).map(Finding::severity))
                .isEqualTo(Optional.ofNullable(severity));
    }

    @Test
    void theDiskOfAFolderThatDoesNotExistIsThatOfTheFolderAroundIt() {
        assertThat(new DiskCheck(folder.resolve("a/b")).findings()).hasSameSizeAs(new DiskCheck(folder).findings());
    }
}
