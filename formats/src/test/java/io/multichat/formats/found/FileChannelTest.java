package io.multichat.formats.found;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.ReadOptions;
import io.multichat.formats.testing.MemoryFile;
import io.multichat.formats.testing.Reading;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileChannelTest {
    private final Reading found = new Reading();
    private final FoundEvents events = new FoundEvents(found, ReadOptions.limitedTo(1_000), Optional.empty());

    @ParameterizedTest
    @CsvSource({"/a/Tea.json, Tea", "/a/Tea.2026.JSONL.gz, Tea.2026", "Tea, Tea", "/Tea v1.2.txt, Tea v1.2"})
    void theNameOfTheFileIsTheChannel(String path, String channel) {
        assertThat(FileChannel.conversation("chat", MemoryFile.of(path, ""), events)
                        .map(Conversation::channel))
                .hasValue(channel);
        assertThat(found.assumptions())
                .containsExactly("Channels are taken from the names of files; --channel says otherwise.");
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThat(FileChannel.conversation("chat", MemoryFile.of("/" + "é".repeat(120) + ".txt", ""), events))
                .isEmpty();
        assertThat(found.refusals()).hasSize(1);
    }

    @Test
    void aStreamNeedsAChannel() {
        assertThat(FileChannel.conversation("chat", MemoryFile.of("", ""), events))
                .isEmpty();
        assertThat(found.refusals()).hasSize(1).allMatch(text -> text.endsWith("give the channel with --channel"));
    }
}
