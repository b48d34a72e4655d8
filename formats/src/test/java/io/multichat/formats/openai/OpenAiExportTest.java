package io.multichat.formats.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.formats.testing.Written;
import io.multichat.formats.write.WriteOptions;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenAiExportTest {
    private static final Conversation CHAT = Conversation.of("slack", "help");

    @Test
    void neighboursOfOneRoleAreOneTurnAndTheirAuthorsAreNamed() throws IOException {
        String line = Written.session(
                new OpenAiExport(),
                new WriteOptions(Optional.of("eve"), false),
                said("m1", "ada", "hi"),
                said("m2", "bob", "why?"),
                said("m3", "eve", "because"),
                said("m4", "ada", "thanks"),
                said("m5", "ada", "bye"));

        assertThat(line)
                .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"ada: hi\\nbob: why?\"},"
                        + "{\"role\":\"assistant\",\"content\":\"because\"},"
                        + "{\"role\":\"user\",\"name\":\"ada\",\"content\":\"thanks\\nbye\"}]}\n");
    }

    @Test
    void withoutTheOptionTheRolesOfSendersCount() throws IOException {
        String line = Written.session(
                new OpenAiExport(),
                WriteOptions.DEFAULTS,
                Written.text(CHAT, "m1", new Sender("s", Optional.empty(), Sender.Role.SYSTEM), "Be kind."),
                Written.text(CHAT, "m2", new Sender("a", Optional.empty(), Sender.Role.ASSISTANT), "Hello"));

        assertThat(line)
                .isEqualTo("{\"messages\":[{\"role\":\"system\",\"content\":\"Be kind.\"},"
                        + "{\"role\":\"assistant\",\"content\":\"Hello\"}]}\n");
    }

    @Test
    void aSessionWithoutTurnsHasNoLine() throws IOException {
        assertThat(Written.session(new OpenAiExport(), WriteOptions.DEFAULTS, said("m1", "ada", "")))
                .isEmpty();
    }

    private static ChatEvent said(String id, String sender, String text) {
        return Written.text(CHAT, id, Sender.user(sender), text);
    }
}
