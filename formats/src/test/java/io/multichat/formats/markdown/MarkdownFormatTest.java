package io.multichat.formats.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.formats.testing.Written;
import io.multichat.formats.write.WriteOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MarkdownFormatTest {
    @Test
    void markupInTextsAndNamesTakesNoEffect() throws IOException {
        String markdown = Written.session(
                new MarkdownFormat(),
                WriteOptions.DEFAULTS,
                Written.text(
                        Conversation.of("irc", "#a"),
                        "m",
                        Written.named("ada", "*Ada*\n# x"),
                        "# title\n- item\n1. one\n<b>&amp; [a](b) `c` > d\n    code $x$\n\t- z"));

        assertThat(markdown)
                .contains("# irc \\#a\n", "**\\*Ada\\* \\# x** · 2001-09-09T01:46:40.000Z")
                .contains("> \\# title  \n> \\- item  \n> 1\\. one  \n> \\<b\\>\\&amp; \\[a\\](b) \\`c\\` \\> d  \n"
                        + "> &nbsp;&nbsp;&nbsp;&nbsp;code \\$x\\$  \n> &nbsp;\\- z  \n");
    }

    @Test
    void whatIsLeftOfAnErasedMessageSaysSo() throws IOException {
        ChatEvent left = new EventDecoder()
                .decode(ErasedEvent.of(
                        Written.text(Conversation.of("irc", "a"), "m", Written.named("ada", "Ada"), "a secret")));

        assertThat(Written.session(new MarkdownFormat(), WriteOptions.DEFAULTS, left))
                .contains("**erased** · 2001-09-09T01:46:40.000Z · erased\n")
                .doesNotContain("ada", "Ada", "a secret");
    }
}
