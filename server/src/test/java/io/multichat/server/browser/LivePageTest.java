package io.multichat.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.server.live.LiveEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens appears where the reader is at the end, and moves nothing where the reader is further up. */
class LivePageTest {
    private static final String LONG = "#/c/irc%2F%2523long";
    private static final AtomicLong OFFSET = new AtomicLong();

    @RegisterExtension
    final OpenPage tab = new OpenPage();

    @Test
    void newMessagesAppearAtTheEnd() {
        Page page = live(LONG);
        publish("at-the-end", "fresh news");

        assertThat(tab.message("at-the-end")).isInViewport();
        assertThat(page.locator("[role=log]")).containsText("fresh news");
    }

    @Test
    void nothingMovesWhileTheReaderIsFurtherUp() {
        Page page = live(LONG);
        // Enough that scrolling up loads nothing, because that would move the place.
        page.locator(".older").dispatchEvent("click");
        page.waitForFunction("() => document.querySelectorAll('.message').length > 100");
        page.evaluate("document.querySelector('.scroller').scrollTop -= 2000");
        assertThat(page.locator(".pill")).hasText("Newest ↓");
        Object before = page.evaluate("document.querySelector('.scroller').scrollTop");
        for (int i = 0; i < 37; i++) {
            publish("unread-" + i, "unread");
        }

        assertThat(page.locator(".pill")).hasText("37 new ↓");
        assertThat(page.evaluate("document.querySelector('.scroller').scrollTop"))
                .isEqualTo(before);
        page.locator(".pill").click();
        assertThat(page.locator(".pill")).isHidden();
    }

    @Test
    void editsDeletesAndReactionsChangeTheMessageThatIsShown() {
        live(LONG);
        change("message.edited", "n99998", "text", "said otherwise");
        change("reaction.added", "n99999", "emoji", "👍");

        assertThat(tab.message("n99998")).containsText("said otherwise");
        assertThat(tab.message("n99998")).containsText("edited");
        assertThat(tab.message("n99999").locator(".reactions")).containsText("👍");
        change("message.deleted", "n99998", "text", "");
        assertThat(tab.message("n99998")).containsText("Deleted");
    }

    @Test
    void whatTheStoresHaveErasedDisappears() {
        live(LONG);
        publish("in-no-store", "erased a moment ago");
        assertThat(tab.message("in-no-store")).isVisible();

        ObjectNode command = SeededFile.about(SampleChat.LONG, "participant.erased", "");
        command.remove("messageId");
        send(command, SampleChat.START, EventType.PARTICIPANT_ERASED);

        assertThat(tab.message("in-no-store")).hasCount(0);
        assertThat(tab.message("n99999")).isInViewport();
    }

    @Test
    void whatIsLeftOfAnErasedMessageSaysSo() {
        live(LONG);
        long at = SampleChat.at(SampleChat.LONG_MESSAGES) + OFFSET.get();
        ObjectNode left = SeededFile.message(SampleChat.LONG, "was-erased", "erased", at, "");
        left.remove("text");
        left.putObject("attributes").put("erased", true);
        send(left, at, EventType.MESSAGE_CREATED);

        assertThat(tab.message("was-erased").locator(".body")).hasText("Erased");
    }

    @Test
    void afterALostConnectionThePageIsLiveAgainWithWhatItMissed() {
        Page page = tab.open("");
        page.route("**/v1/live**", route -> route.abort());
        page = tab.open(LONG);
        assertThat(tab.message("n99999")).isInViewport();
        assertThat(page.locator(".live-state")).containsText("Not live");

        page.unroute("**/v1/live**");

        assertThat(page.locator(".live-state")).hasText("Live");
        publish("after-all", "I am back");
        assertThat(tab.message("after-all")).isInViewport();
    }

    private Page live(String address) {
        Page page = tab.open(address);
        assertThat(tab.message("n99999")).isInViewport();
        assertThat(page.locator(".live-state")).hasText("Live");
        return page;
    }

    private void publish(String id, String text) {
        Conversation conversation = SampleChat.LONG;
        long at = SampleChat.at(SampleChat.LONG_MESSAGES) + OFFSET.get();
        send(SeededFile.message(conversation, id, "Ada", at, text), at, EventType.MESSAGE_CREATED);
    }

    private void change(String type, String id, String field, String value) {
        ObjectNode event = SeededFile.about(SampleChat.LONG, type, id).put(field, value);
        event.putObject("sender").put("id", "Ada");
        event.put("sentAt", "2030-01-01T00:00:00Z")
                .put("editedAt", "2030-01-01T00:00:00Z")
                .put("deletedAt", "2030-01-01T00:00:00Z");
        send(event, SampleChat.START, EventType.ofWireName(type).orElseThrow());
    }

    private void send(ObjectNode event, long at, EventType type) {
        long offset = OFFSET.getAndIncrement();
        tab.shared()
                .server
                .live
                .publish(LiveEvent.ofTranscript(
                        BrowserServer.TRANSCRIPT,
                        offset,
                        SampleChat.LONG.key(),
                        new Placement(Optional.of(SampleChat.sessionOf(SampleChat.LONG)), at, offset, type),
                        event.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
