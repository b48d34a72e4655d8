package io.multichat.jobs.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySpoolTest {
    @Test
    void deletionsComeFirstAndRecordsOfTheInputLast(@TempDir Path folder) throws Exception {
        List<String> order = new ArrayList<>();
        try (ReplaySpool spool = ReplaySpool.create(folder)) {
            spool.add(ReplaySpool.Origin.ARCHIVE, "t", 0, 0, "archived".getBytes(UTF_8));
            spool.add(ReplaySpool.Origin.DELETION, "t", 0, 1, "deleted".getBytes(UTF_8));
            spool.index();
            spool.add(ReplaySpool.Origin.INPUT, "i", 0, 0, "input".getBytes(UTF_8));
            spool.add(ReplaySpool.Origin.TRANSCRIPT, "t", 0, 2, "transcript".getBytes(UTF_8));
            spool.complete();

            spool.forEach(event -> order.add(new String(event, UTF_8)));

            assertThat(spool.hasArchived("t", 0, 0, "archived".getBytes(UTF_8))).isTrue();
            assertThat(spool.hasArchived("t", 0, 1, "deleted".getBytes(UTF_8))).isTrue();
            assertThat(spool.hasArchived("t", 0, 2, "transcript".getBytes(UTF_8)))
                    .isFalse();
        }
        assertThat(order).containsExactly("deleted", "archived", "transcript", "input");
    }
}
