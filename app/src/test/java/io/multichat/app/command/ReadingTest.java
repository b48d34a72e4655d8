package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code sessions} and {@code show}, against an HTTP server that answers like Multichat's. */
class ReadingTest {
    private static final String ID = "01KDXV5M4G8Q2Z3XJ0V7T9WB5C";
    private static final String SESSION = "{\"sessionId\":\"" + ID
            + "\",\"conversation\":{\"platform\":\"irc\",\"channel\":\"#a\"},\"state\":\"open\","
            + "\"startedAt\":\"2026-01-31T09:30:00.000Z\",\"lastMessageAt\":\"2026-01-31T09:40:00.000Z\","
            + "\"messages\":3,\"edits\":0,\"deletes\":0,\"participants\":{\"count\":2,\"approximate\":false}}";

    private StandInServer server;

    @BeforeEach
    void startServer() {
        server = new StandInServer(SESSION);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void sessionsArePrintedAsATable() {
        CommandOutput output = run("sessions", "--platform", "irc", "--channel", "#a", "--state", "open", "--utc");

        assertThat(output.exitCode()).isZero();
        assertThat(output.out()).contains("SESSION", ID, "open", "irc #a", "2026-01-31 09:30:00");
        assertThat(output.err()).contains("--cursor next");
        assertThat(server.queries()).containsExactly("state=open&limit=50&conversation=irc%2F%2523a&threads=true");
    }

    @Test
    void sessionsArePrintedAsJson() {
        assertThat(run("sessions", "--json").out())
                .isEqualToNormalizingNewlines("{\"sessions\":[" + SESSION + "],\"nextCursor\":\"next\"}\n");
    }

    @Test
    void aSessionIsShownWithAllItsPages() {
        CommandOutput output = run("show", ID.toLowerCase(Locale.ROOT));

        assertThat(output.out()).contains("irc #a", "Ada       one", "Ada       two");
        assertThat(output.err()).isEmpty();
        assertThat(server.queries()).hasSize(2).last().asString().contains("cursor=c1");
    }

    @Test
    void theLimitIsRespectedAndTheNextCursorIsPrinted() {
        CommandOutput output = run("show", ID, "--limit", "1", "--direction", "backward");

        assertThat(output.out()).contains("Ada       one").doesNotContain("two");
        assertThat(output.err()).contains("--cursor c1");
        assertThat(server.queries()).containsExactly("direction=backward&limit=1");
    }

    @Test
    void theMessagesAroundOneAreShown() {
        CommandOutput output = run("show", ID, "--around", "m 1", "--limit", "20");

        assertThat(output.out()).contains("irc #a", "Ada       one");
        assertThat(server.queries()).containsExactly("around=m+1&before=9&after=10");
        assertThat(run("show", ID, "--around", "m1", "--json").out())
                .startsWith("{\"session\":{\"sessionId\":\"" + ID)
                .contains("\"messages\":[{");
        assertThat(run("show", ID, "--around", "m1", "--cursor", "c1").exitCode())
                .isEqualTo(2);
    }

    @Test
    void aSessionIsShownAsJson() {
        assertThat(run("show", ID, "--json").out())
                .startsWith("{\"session\":{\"sessionId\":\"" + ID)
                .contains("\"messages\":[{", "\"nextCursor\":null")
                // Byte for byte, with both of two equal unknown fields.
                .contains("\"x\" : 1e2, \"x\":2}")
                .hasLineCount(1);
    }

    @Test
    void aProblemDocumentIsPrintedOnOneLine() {
        CommandOutput output = run("sessions", "--cursor", "broken");

        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.err()).isEqualToNormalizingNewlines("multichat: Bad Request: cursor is \"broken\"\n");
    }

    private CommandOutput run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", server.address()));
        return CommandOutput.of(all.toArray(String[]::new));
    }
}
