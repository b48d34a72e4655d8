package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code tail}, against an HTTP server that ends each stream after one event. */
class TailTest {
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
    void itContinuesAfterALostConnectionWhereItWas() {
        CommandOutput output = run("tail", "--conversation", "irc #a", "--utc");

        assertThat(output.out()).isEqualToNormalizingNewlines("""
                == irc #a
                -- Saturday, 31 January 2026
                09:30:00  Ada       e1
                09:30:00  Ada       e2
                """);
        assertThat(output.err()).contains("trying again", "connected again", "the end");
        assertThat(server.queries())
                .containsExactly(
                        "conversation=irc%2F%2523a after null",
                        "conversation=irc%2F%2523a after e1", "conversation=irc%2F%2523a after e2");
    }

    @Test
    void eventsArePrintedAsJsonOneALine() {
        assertThat(run("tail", "--json").out())
                .hasLineCount(2)
                .startsWith("{\"type\":\"message.created\",\"data\":{\"conversation\":\"irc/%23a\"");
    }

    @Test
    void aServerThatRefusesAtOnceIsAnErrorAndNotTriedAgain() {
        CommandOutput unknown = CommandOutput.of("tail", "--server", "http://127.0.0.1:1");

        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no server answers").hasLineCount(1);
        assertThat(run("tail", "--session", "x").exitCode()).isEqualTo(2);
    }

    private CommandOutput run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", server.address()));
        return CommandOutput.of(all.toArray(String[]::new));
    }
}
