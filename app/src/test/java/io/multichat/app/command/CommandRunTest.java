package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid usage prints one line that says what to do, without a stack trace, and gives the right exit code. */
class CommandRunTest {
    @TempDir
    Path empty;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                           | no command given; use one of: dev, serve, topics",
                "pubish                                       | did you mean publish?",
                "version --josn                               | Unknown option: '--josn'",
                "publish                                      | publish needs --platform",
                "publish --platform irc --sender a --text b   | needs --platform and --channel",
                "publish file.jsonl                           | use import --format jsonl FILE",
                "import                                       | FILE",
                "import --format csv x                        | \"csv\" is not a known format; use one of: ",
                "export --format docx                         | \"docx\" is not a known format; use one of: csv, discord, html",
                "export --format slack                        | need a folder: name one with --output",
                "export --format jsonl,csv                    | need a folder: name one with --output",
                "export -o x/ --files ../x                    | is not a relative path",
                "export --conversation a                      | is not a conversation",
                "export --channel a                           | need --platform",
                "export --session 1                           | a session id has 26 characters",
                "export -o x/ --split-size 5                  | is not a size such as 64KiB",
                "export --format csv,csv -o x/                | names a format twice",
                "export --format html -o x/ --split-size 1MiB | --split-size has no effect on files of the format html",
                "export --format slack -o x/ --split-messages 5 | --split-messages has no effect",
                "export --format slack,discord -o x/ --files a | --files has no effect on files of the format slack or discord",
                "export --format html -o x/ --compress gzip   | --compress has no effect",
                "export --format csv --revisions              | --revisions has no effect on files of the format csv",
                "export --assistant eve                       | --assistant has no effect on files of the format jsonl",
                "export -o x --force                          | --force is for folders",
                "export verify                                | DIR",
                "search                                       | WORDS",
                "tail --platform irc                          | needs --platform and --channel",
                "import --stall-timeout 5 x                   | not a duration such as 30s",
                "sessions --from yesterday                    | not a time such as 2026-01-31T09:30:00Z",
                "sessions --conversation a                    | not a conversation key",
                "sessions --conversation a/b --platform a     | not with both",
                "sessions --server localhost:8080             | it must be a URL such as http://127.0.0.1:8080",
                "sessions --state sleeping                    | --state",
                "show 123                                     | is not a session id",
                "serve                                        | --bootstrap-servers",
                "serve --bootstrap-servers a:1 --port 70000   | it must be from 0 to 65535",
                "serve --bootstrap-servers a:1 --set http.advertised.url=http://a:8080 --set http.api.keys.file=keys | http.api.key, the key that they send, is missing; set the same one on all instances",
                "dev --port x                                 | --port",
                "dev --demo=-1                                | must be a number of events per second above 0",
                "topics --set partitions=none                 | partitions is \"none\"",
                "archive                                      | no command given; use one of: compact",
                "archive compact --grace 24                   | not a duration such as 30s",
                "version --set session.gap=1m                 | Unknown options: '--set'",
                "topics --set sesion.gap=1m                   | did you mean session.gap?",
                "sessions --limit ٣                           | \"٣\"; it must be a whole number in the digits 0 to 9",
                "sessions --limit 99999999999                 | \"99999999999\"; the number does not fit 32 bits",
                "show 01KDXV5M4G8Q2Z3XJ0V7T9WB5C --limit ３   | it must be a whole number in the digits 0 to 9",
                "dev --redis-port ๖๓๗๙                     | it must be a whole number in the digits 0 to 9",
                "dev --demo ५                                 | --demo",
                "archive compact --grace ٢h                   | not a duration such as 30s",
                "sessions --from ٢٠٢٦-٠١-٣١                   | not a time such as 2026-01-31T09:30:00Z",
                "topics --set partitions=٣                    | partitions is \"٣\"",
                "topics --set topics.replication=۳            | topics.replication is \"۳\"",
                "topics --set event.max.bytes=٣MiB            | event.max.bytes is \"٣MiB\"",
                "topics --set redis.messages.max=٣            | redis.messages.max is \"٣\""
            })
    void isAnsweredWithOneLine(String line, String expected) {
        CommandOutput output = CommandOutput.of(line.isEmpty() ? new String[0] : line.split(" +"));

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).startsWith("multichat: ").contains(expected).hasLineCount(1);
        assertThat(output.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"topics", "sessions", "show 01KDXV5M4G8Q2Z3XJ0V7T9WB5C", "search x", "import x", "publish -"})
    void aCommandThatFindsNoRunningMultichatNamesTheDataDirectory(String line) {
        CommandOutput output = CommandOutput.of((line + " --data-dir " + empty.resolve("data")).split(" "));

        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.err())
                .contains("data directory " + empty.resolve("data"))
                .hasLineCount(1);
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        CommandOutput output = CommandOutput.of("sessions", "--server", "http://127.0.0.1:1");

        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.err())
                .contains("no server answers at http://127.0.0.1:1", "--server")
                .hasLineCount(1);
    }

    @Test
    void aMissingArchiveIsNamed() {
        for (String command : new String[] {"export", "archive compact"}) {
            CommandOutput output = CommandOutput.of((command + " --data-dir " + empty).split(" "));

            assertThat(output.exitCode()).isEqualTo(1);
            assertThat(output.err()).contains("no archive at", "--archive").hasLineCount(1);
        }
    }

    @Test
    void verboseAddsTheStackTrace() {
        CommandOutput output = CommandOutput.of("topics", "-v", "--data-dir", empty.toString());

        assertThat(output.err()).contains("\tat io.multichat");
    }

    @Test
    void hostileArgumentsDoNotReachTheTerminal() {
        CommandOutput output = CommandOutput.of("\u001b[31mred\n");

        assertThat(output.err()).contains("␛[31mred␊").hasLineCount(1);
    }

    @Test
    void settingsAreAlsoReadFromTheEnvironment() {
        CommandOutput output = CommandOutput.with(Map.of("MULTICHAT_PARTITIONS", "-3"), "topics");

        assertThat(output.err()).contains("variable MULTICHAT_PARTITIONS");
    }

    @Test
    void theVersionIsPrintedAsTextAndAsJson() {
        assertThat(CommandOutput.of("version").out()).contains("multichat ", "java 17", "kafka 4");
        assertThat(CommandOutput.of("version", "--json").out())
                .startsWith("{\"multichat\":")
                .hasLineCount(1);
    }

    @Test
    void everyCommandHasHelp() {
        for (String command :
                "dev,serve,topics,publish,import,sessions,show,search,export,export verify,archive compact,version"
                        .split(",")) {
            CommandOutput output = CommandOutput.of((command + " --help").split(" "));

            assertThat(output.exitCode()).isZero();
            assertThat(output.out()).contains("Usage: multichat " + command, "--help", "--verbose");
        }
    }
}
