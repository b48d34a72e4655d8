package io.multichat.formats.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
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
}
