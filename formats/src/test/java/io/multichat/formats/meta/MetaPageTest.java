package io.multichat.formats.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.FileHead;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetaPageTest {
    private final InstagramFormat format = new InstagramFormat();

    @Test
    void messagesAreReadFromTheirElements() {
        Reading reading =
                read(message("Ada", "<div>tea &amp; cake</div><div>at 5<br>or 6 &#x2615;</div>", "Jan 2, 2026, 3:04 PM")
                        + message("Bob", "", "Jan 2, 2026 11:05:06 am"));

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-02T15:04:00.000Z Ada: tea & cake\nat 5\nor 6 \u2615",
                        "2026-01-02T11:05:06.000Z Bob: ");
        assertThat(reading.events().get(0).conversation().key()).isEqualTo("instagram/ada_1");
        assertThat(reading.assumptions())
                .containsExactly(
                        "Threads whose path is not in the file are named after their folder; --channel says otherwise.",
                        "Times without a zone are read as UTC; --timezone says otherwise.");
    }

    @Test
    void messagesOfOneMinuteAreInOrderEvenIfTheNewestIsFirst() {
        String minute = "Jan 2, 2026, 3:04 PM";
        Reading reading = read(message("Ada", "4", "Jan 2, 2026, 3:05 PM")
                + message("Ada", "3", minute)
                + message("Ada", "2", minute)
                + message("Ada", "1", minute));

        assertThat(reading.events())
                .extracting(event -> event.content().text().orElseThrow())
                .containsExactly("4", "1", "2", "3");
        assertThat(reading.events())
                .extracting(event -> event.order().orElseThrow())
                .containsExactly(0L, 0L, 1L, 2L);
    }

    @Test
    void theVersionOfInstagramIsReadToo() {
        Reading reading = read("<div class=\"pam _3-95 _2ph- _a6-g uiBoxWhite noborder\"><h2>Ada</h2>"
                + "<div class=\"_3-95 _a6-p\"><div><div></div><div>tea</div></div></div>"
                + "<div class=\"_3-94 _a6-o\">Jan 02, 2026 3:04 pm</div></div>");

        assertThat(reading.lines()).containsExactly("2026-01-02T15:04:00.000Z Ada: tea");
    }

    @Test
    void aPageIsRecognizedByItsName() {
        assertThat(format.recognizes(head("/instagram/inbox/ada_1/message_1.html", "<html>")))
                .isTrue();
        assertThat(format.recognizes(head("/instagram/posts/posts_1.html", "<html>")))
                .isFalse();
        assertThat(new MessengerFormat().recognizes(head("/inbox/ada_1/message_1.html", "<html>")))
                .isTrue();
    }

    @Test
    void unreadableTimesAreRefused() {
        Reading reading = read(message("Ada", "x", "yesterday") + message("Ada", "y", "Feb 3, 2026, 12:00 AM"));

        assertThat(reading.lines()).containsExactly("2026-02-03T00:00:00.000Z Ada: y");
        assertThat(reading.refusals()).hasSize(1).allMatch(text -> text.startsWith("message 1: "));
    }

    private static FileHead head(String path, String text) {
        return FileHead.of(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private Reading read(String messages) {
        String page = "<!DOCTYPE html><html><head><title>Ada</title></head><body><div class=\"_a706\">" + messages
                + "</div></body></html>";
        return Reading.of(format, MemorySource.file("/inbox/ada_1/message_1.html", page));
    }

    private static String message(String sender, String text, String time) {
        return "<div class=\"_3-95 _a6-g\"><div class=\"_2ph_ _a6-h _a6-i\">" + sender
                + "</div><div class=\"_2ph_ _a6-p\"><div>" + text + "</div></div>"
                + "<div class=\"_3-94 _a6-o\"><a><div class=\"_a72d\">" + time + "</div></a></div></div>";
    }
}
