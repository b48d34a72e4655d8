package io.multichat.formats.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.FileHead;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Threads of Messenger that are encrypted from end to end: a download of their own, with other names of fields. */
class EncryptedThreadTest {
    private static final String THREAD = """
            {"participants":["Ada","Zoë"],"threadName":"Zoë_12","messages":[
            {"isUnsent":false,"media":[],"reactions":[{"actor":"Ada","reaction":"👍"}],"senderName":"Zoë","text":"hé",
             "timestamp":1769860802000,"type":"text"},
            {"isUnsent":true,"media":[],"reactions":[],"senderName":"Ada","text":"","timestamp":1769860801000,
             "type":"placeholder"},
            {"isUnsent":false,"media":[{"uri":"./media/x.jpg"}],"reactions":[],"senderName":"Ada","text":"",
             "timestamp":1769860800000,"type":"media"}]}
            """;

    private final MessengerFormat format = new MessengerFormat();

    @Test
    void isReadLikeOtherThreads() {
        Reading reading = Reading.of(format, MemorySource.file("/x/Zoë_12.json", THREAD));

        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.lines())
                .containsExactlyInAnyOrder(
                        "2026-01-31T12:00:00.000Z Ada: ",
                        "2026-01-31T12:00:01.000Z Ada: ",
                        "2026-01-31T12:00:02.000Z Zoë: hé",
                        "reaction.added 2026-01-31T12:00:02.000Z Ada: ");
        assertThat(reading.events())
                .extracting(event -> event.conversation().key())
                .containsOnly("messenger/Zo%C3%AB_12");
        assertThat(reading.events().toString()).contains("./media/x.jpg", "is_unsent");
    }

    @Test
    void isRecognized() {
        FileHead head = FileHead.of("Zoë_12.json", THREAD.getBytes(StandardCharsets.UTF_8));

        assertThat(format.recognizes(head)).isTrue();
        assertThat(new InstagramFormat().recognizes(head)).isFalse();
    }
}
