package io.multichat.formats.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.testing.Written;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.WriteOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlFormatTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y>&amp;\u0000";
    private static final Conversation CHANNEL = Conversation.of("irc", "#" + HOSTILE);

    @Test
    void hostileTextStaysText() throws IOException {
        String html = Written.session(
                new HtmlFormat(),
                WriteOptions.DEFAULTS,
                Written.text(CHANNEL, HOSTILE, Written.named("ada", HOSTILE), HOSTILE));

        assertThat(html).doesNotContain("<script", "<img", "onerror=y>", "\u0000");
        assertThat(html)
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img src=x onerror=y&gt;&amp;amp;\uFFFD");
    }

    @Test
    void theDirectionOfEachTextIsItsOwn() throws IOException {
        String html = Written.session(
                new HtmlFormat(),
                WriteOptions.DEFAULTS,
                Written.text(CHANNEL, "m", Written.named("ada", "עדה"), "שלום <b>\nשורה"));

        assertThat(html)
                .contains(
                        "<bdi class=\"sender\">עדה</bdi>",
                        "<div class=\"text\" dir=\"auto\">שלום &lt;b&gt;\nשורה</div>")
                .contains(
                        "<meta charset=\"utf-8\">",
                        "color-scheme: light dark",
                        "light-dark(",
                        "id=\"m-m\"",
                        "href=\"#m-m\"");
    }

    @Test
    void aPageNeedsNothingFromTheNetwork() throws IOException {
        String html = Written.session(
                new HtmlFormat(),
                WriteOptions.DEFAULTS,
                Written.text(Conversation.of("irc", "a"), "m", Sender.user("ada"), "http://a.b/c"));

        assertThat(html).doesNotContain("src=", "@import", "url(", "<link");
        assertThat(html).contains("default-src 'none'");
    }

    @Test
    void reactionsThatWereNotRemovedAreShown() throws IOException {
        FoundMessage message =
                new FoundMessage(CHANNEL, Optional.of("m"), Sender.user("ada"), 1_000, FoundMessage.text("hi"));
        String html = Written.of(new HtmlFormat(), writer -> {
            writer.session(
                    new ExportedSession(Written.snapshot(Written.text(CHANNEL, "m", Sender.user("ada"), "hi")), 1, 1));
            writer.message(Written.message(
                    Written.text(CHANNEL, "m", Sender.user("ada"), "hi"),
                    message.reaction(Written.named("b", "Bob"), "\uD83D\uDC4D"),
                    message.reaction(Written.named("c", "Cid"), "x"),
                    removed(message)));
            writer.complete(new FileCounts(1, 1, 3));
        });

        assertThat(html)
                .contains("<li title=\"Bob\"><bdi>\uD83D\uDC4D</bdi><span class=\"number\">1</span></li>")
                .doesNotContain("Cid");
    }

    @Test
    void codeAndLinksAreMarkedAndNothingElseIs() throws IOException {
        String text = "See https://a.b/c?d=e&f. Not javascript:alert(1)\n```\n<b>\n```\n`x<y`";

        assertThat(MessageText.html(text))
                .isEqualTo(
                        "See <a class=\"web\" rel=\"noopener noreferrer nofollow\" dir=\"ltr\" href=\"https://a.b/c?d=e&amp;f\">"
                                + "https://a.b/c?d=e&amp;f</a>. Not javascript:alert(1)\n<pre class=\"code\" dir=\"ltr\">&lt;b&gt;</pre>"
                                + "<code dir=\"ltr\">x&lt;y</code>");
    }

    @Test
    void aLinkOfPunctuationTakesNoLongTime() {
        String text = "http://a" + ")".repeat(500_000) + "b" + ")".repeat(500_000);

        assertThat(MessageText.html(text)).endsWith(")b</a>" + ")".repeat(500_000));
    }

    @Test
    void furtherMessagesOfTheSameSenderDoNotNameHimAgainAndDaysAreSeparated() throws IOException {
        String html = Written.session(
                new HtmlFormat(), WriteOptions.DEFAULTS, sent("1", 0), sent("2", 60_000), sent("3", 86_400_000));

        assertThat(html.split("class=\"line day\"", -1)).hasSize(3);
        assertThat(html.split(" continued\"", -1)).hasSize(2);
    }

    private static ChatEvent sent(String id, long at) {
        return ChatEvent.message(CHANNEL, id, Sender.user("ada"), Instant.ofEpochMilli(at), "hi");
    }

    private static ChatEvent removed(FoundMessage message) {
        ChatEvent added = message.reaction(Written.named("c", "Cid"), "x");
        return new ChatEvent(
                EventType.REACTION_REMOVED,
                added.conversation(),
                added.messageId(),
                added.sender(),
                added.at(),
                added.order(),
                Optional.of("removed"),
                added.content());
    }
}
