package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people name conversations, and what they are told when nothing is found. */
class ConversationNamesTest {
    private StandInServer server;

    @BeforeEach
    void startServer() {
        server = new StandInServer("{}");
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "irc/%23a, irc%2F%2523a",
        "irc #a, irc%2F%2523a",
        "irc/#a, irc%2F%2523a",
        "irc a/b c, irc%2Fa%252Fb%2520c",
        "irc a (thread 1), irc%2Fa%2F1",
        "slack/general/17, slack%2Fgeneral%2F17",
        "slack/a/b, slack%2Fa%252Fb"
    })
    void aConversationIsNamedByItsKeyOrAsPeopleWriteIt(String text, String parameter) {
        run("sessions", "--conversation", text);

        assertThat(server.queries()).last().isEqualTo("limit=50&conversation=" + parameter);
    }

    @Test
    void aNameOfSeveralConversationsIsRefusedWithAllOfThem() {
        CommandOutput output = run("sessions", "--conversation", "slack/both/1");

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .contains("--platform 'slack' --channel 'both' --thread '1'", "--platform 'slack' --channel 'both/1'");
    }

    @Test
    void anEmptyListSaysSoAndHowTheConversationWasUnderstood() {
        CommandOutput all = run("sessions", "--cursor", "end");
        CommandOutput one = run("sessions", "--cursor", "end", "--conversation", "a/b/c");

        assertThat(all.out()).isEmpty();
        assertThat(all.err()).isEqualToNormalizingNewlines("multichat: no sessions found\n");
        assertThat(one.err())
                .contains(
                        "no sessions found in platform \"a\", channel \"b\", thread \"c\"",
                        "write a slash that belongs to a name as %2F");
        assertThat(one.exitCode()).isZero();
    }

    private CommandOutput run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", server.address()));
        return CommandOutput.of(all.toArray(String[]::new));
    }
}
