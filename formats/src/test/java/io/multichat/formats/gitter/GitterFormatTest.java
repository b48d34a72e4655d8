package io.multichat.formats.gitter;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;

class GitterFormatTest {
    private static final String ADA = "\"fromUser\":{\"id\":\"u1\",\"username\":\"ada\",\"displayName\":\"Ada\"}";

    private final GitterFormat format = new GitterFormat();

    @Test
    void messagesWithTheSameIdAndOtherTimesAreDifferent() {
        Reading reading =
                read("[{\"id\":\"m\",\"text\":\"hi\",\"html\":\"hi\",\"sent\":\"2016-01-31T10:00:00.5Z\"," + ADA
                        + ",\"readBy\":8,\"meta\":[]},{\"id\":\"m\",\"text\":\"ho\",\"sent\":\"2016-01-31T11:00:00Z\","
                        + "\"editedAt\":\"2016-01-31T11:05:00Z\",\"parentId\":\"p\"," + ADA + "}]");

        assertThat(reading.lines())
                .containsExactly(
                        "2016-01-31T10:00:00.500Z u1: hi",
                        "2016-01-31T11:00:00.000Z u1: ho",
                        "message.edited 2016-01-31T11:05:00.000Z u1: ho");
        assertThat(reading.events())
                .extracting(event -> event.messageId().orElseThrow())
                .containsExactly("m-1454234400500", "m-1454238000000", "m-1454238000000");
        assertThat(reading.events())
                .extracting(event -> event.conversation().key())
                .containsExactly("gitter/tea", "gitter/tea/p", "gitter/tea/p");
        assertThat(reading.events().get(0).content().attributes().orElseThrow())
                .hasToString("{\"gitter\":{\"readBy\":8}}");
    }

    @Test
    void faultyMessagesAreRefusedAndTheOthersAreRead() {
        Reading reading = read("[{\"text\":\"x\"},{\"sent\":\"soon\"},{\"sent\":\"2016-01-31T10:00:00Z\"},"
                + "{\"text\":\"x\",\"sent\":\"2016-01-31T10:00:00Z\"," + ADA + "}]");

        assertThat(reading.lines()).containsExactly("2016-01-31T10:00:00.000Z u1: x");
        assertThat(reading.refusals()).hasSize(3).contains("message 1: no sent", "message 3: no fromUser.id");
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/tea.json", text));
    }
}
