package io.multichat.jobs.imports.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.jobs.imports.source.FileListing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DistinctPathsTest {
    @Test
    void onlyFilesOfEqualNamesAreToldApartByAsFewFoldersAsPossible() {
        assertThat(distinct("x/a/1.txt", "x/b/1.txt", "y/b/1.txt", "x/2.txt"))
                .isEqualTo(Map.of("x/a/1.txt", "a/1.txt", "x/b/1.txt", "x/b/1.txt", "y/b/1.txt", "y/b/1.txt"));
    }

    @Test
    void aFileWithoutAFolderKeepsItsName() {
        assertThat(distinct("1.txt", "a/1.txt")).isEqualTo(Map.of("a/1.txt", "a/1.txt"));
    }

    @Test
    void theSameFileTwiceIsOneFile() {
        assertThat(distinct("a/1.txt", "a/1.txt")).isEmpty();
    }

    private static Map<String, String> distinct(String... paths) {
        return DistinctPaths.of(List.of(new FileListing(List.of(paths), OptionalLong.empty(), Optional.empty())));
    }
}
