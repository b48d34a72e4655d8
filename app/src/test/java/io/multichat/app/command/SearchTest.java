package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code search}, against an HTTP server that answers like Multichat's. */
class SearchTest {
    private StandInServer server;

    @BeforeEach
    void startServer() {
        server = new StandInServer("{}");
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void hitsArePrintedWithTimeConversationSenderAndText() {
        CommandOutput output = run(
                "search",
                "late",
                "night",
                "--conversation",
                "irc/%23a",
                "--sender",
                "u",
                "--from",
                "2026-01-31",
                "--to",
                "2026-02-01",
                "--cursor",
                "0.9",
                "--role",
                "bot",
                "--sort",
                "newest",
                "--utc");

        assertThat(output.exitCode()).isZero();
        assertThat(output.out()).isEqualToNormalizingNewlines("2026-01-31 09:30:00  irc #a  Ada: one\n");
        assertThat(output.err()).contains("--cursor 0.7");
        assertThat(server.queries())
                .containsExactly("q=late+night&sender=u&role=bot&from=2026-01-31T00%3A00%3A00.000Z"
                        + "&to=2026-02-01T00%3A00%3A00.000Z&sort=newest&cursor=0.9&limit=50&conversation=irc%2F%2523a");
    }

    @Test
    void aPlatformAloneIsACondition() {
        run("search", "one", "--platform", "irc");

        assertThat(server.queries()).containsExactly("q=one&limit=50&platform=irc");
    }

    @Test
    void hitsArePrintedAsJson() {
        assertThat(run("search", "one", "--json").out())
                .startsWith("{\"hits\":[{\"conversation\":")
                .contains("\"source\":\"sqlite\"")
                .hasLineCount(1);
    }

    private CommandOutput run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", server.address()));
        return CommandOutput.of(all.toArray(String[]::new));
    }
}
