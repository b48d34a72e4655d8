package io.multichat.server.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.MessagePosition;
import io.multichat.reading.SessionReader;
import io.multichat.reading.StoredMessage;
import io.multichat.server.progress.BehindException;
import io.multichat.server.progress.StoreDemand;
import io.multichat.server.testing.EmptyStore;
import io.multichat.server.testing.StoredChat;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stores that cannot tell the details of a message. The first one keeps none. */
class DetailTiersTest {
    private static final List<StoredMessage> PAGE =
            List.of(new StoredMessage(new MessagePosition(StoredChat.START, 1, "m0"), new byte[0], false));

    @TempDir
    private Path folder;

    @Test
    void storesThatCouldTellAndDoNotAreNamedIfNobodyTells() {
        PageDetails details = details(folder.resolve("missing.db"), StoreDemand.NONE);

        assertThat(details.reactions()).isEmpty();
        assertThat(details.behind()).isFalse();
        assertThat(details.skipped()).containsExactly(new SkippedTier("sqlite", "reactions: does not hold all of it"));
    }

    @Test
    void nobodyIsNamedIfAStoreTells() {
        PageDetails details = details(StoredChat.of(folder.resolve("chat.db"), "hello"), StoreDemand.NONE);

        assertThat(details.reactions()).isPresent();
        assertThat(details.skipped()).isEmpty();
    }

    @Test
    void aStoreThatHasNotProcessedWhatIsDemandedDoesNotTellYet() {
        PageDetails details = details(StoredChat.of(folder.resolve("chat.db"), "hello"), new StoreDemand() {
            @Override
            public void prepare() {}

            @Override
            public void require(String store) {
                if (store.equals("sqlite")) {
                    throw new BehindException("sqlite is behind");
                }
            }
        });

        assertThat(details.reactions()).isEmpty();
        assertThat(details.behind()).isTrue();
        assertThat(details.skipped()).containsExactly(new SkippedTier("sqlite", "reactions: sqlite is behind"));
    }

    private static PageDetails details(Path file, StoreDemand demand) {
        try (SessionReader sqlite = new SqliteSessionReader(file)) {
            StoreChain stores =
                    new StoreChain(List.of(new EmptyStore("redis", new ArrayList<>()), sqlite), Optional.empty());
            return new DetailTiers(stores.demanding(demand)).of(StoredChat.GENERAL, PAGE, false);
        }
    }
}
