package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.testing.UserLocale;
import io.multichat.sinks.archive.write.ArchiveCommitRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code dev --demo} and the commands that write, compact and print chat, in processes of users with other letters, digits and
 * calendars. Only the imported chat is compared, which is older than the generated traffic.
 */
class EveryLocaleIT {
    private static final Instant END = Instant.parse("2020-01-01T00:00:00Z");
    /** Hits of several conversations come in the order in which their partitions were stored. */
    private static final String CONVERSATION = "IRC/%23TITI-%C4%B1%C4%B0%20%D9%A1%D9%A2";

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Pattern READY = Pattern.compile("Multichat is ready after [0-9]+\\.[0-9] s\\.");
    private static final Pattern SESSION_ID = Pattern.compile("\\b[0-7][0-9A-Z]{25}\\b");
    private static final Pattern OPEN = Pattern.compile("\"state\":\"open\"| state=open ");

    /** How often a session was announced before it was closed depends on the speed of the machine. */
    private static final Pattern VERSION = Pattern.compile("(\"version\":| version=)[0-9]+");

    private static final Pattern INDEXED_UP_TO = Pattern.compile("(\"indexedUpTo\":)\"[0-9T:.Z-]+\"");

    @TempDir
    private static Path folder;

    private static String file;
    private static String expected;

    @BeforeAll
    static void runInTheCLocale() throws Exception {
        file = Path.of(EveryLocaleIT.class.getResource("every-locale.jsonl").toURI())
                .toString();
        expected = results(UserLocale.C);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "C")
    void theStoresAndTheOutputHaveTheSameBytes(UserLocale locale) throws Exception {
        assertThat(results(locale).lines())
                .containsExactlyElementsOf(expected.lines().toList());
    }

    private static String results(UserLocale locale) throws Exception {
        Path data = folder.resolve(locale.name());
        try (DevProcess dev = DevProcess.start(data, with(locale, "--demo", "--set", "close.settle=1s"))) {
            assertThat(run(locale, data, "import", "--wait", file)).contains("accepted 17, duplicates 0");
            ArchiveCommitRequest commit = new ArchiveCommitRequest(dev.layout().archive());
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> {
                commit.request();
                return !OPEN.matcher(stores(dev)).find();
            });

            String exported = run(locale, data, "export", "--to", END.toString());
            assertThat(run(locale, data, "archive", "compact"))
                    .matches("merged [0-9]+ files into [0-9]+, removed [0-9]+ .*\\R");
            assertThat(run(locale, data, "export", "--to", END.toString())).isEqualTo(exported);
            String results = exported + printed(locale, data) + stores(dev);

            await().atMost(LIMIT)
                    .until(() -> StoreContents.ofSqlite(dev.layout()).sessions().stream()
                            .anyMatch(session -> session.conversation().equals("twitch/pixelforge")));
            assertThat(dev.logText()).containsPattern(READY);
            String unversioned = VERSION.matcher(results).replaceAll("$1n");
            return INDEXED_UP_TO.matcher(unversioned).replaceAll("$1t");
        }
    }

    /** What the commands print that read the server. */
    private static String printed(UserLocale locale, Path data) {
        String sessions = run(locale, data, "sessions", "--to", END.toString());
        Matcher id = SESSION_ID.matcher(sessions);
        assertThat(id.find()).as(sessions).isTrue();
        return Stream.of(
                        List.of("sessions", "--to", END.toString(), "--json"),
                        List.of("show", id.group()),
                        List.of("show", id.group(), "--json"),
                        List.of("search", "TITLE", "--conversation", CONVERSATION),
                        List.of("search", "title", "--conversation", CONVERSATION, "--json"))
                .parallel()
                .map(arguments -> run(locale, data, arguments.toArray(String[]::new)))
                .collect(Collectors.joining("", sessions, ""));
    }

    private static String stores(DevProcess dev) throws Exception {
        long end = END.toEpochMilli();
        return SqliteListing.of(dev.layout().sessions(), end)
                + RedisListing.of(URI.create(dev.endpoints().redis()), end)
                + ArchiveListing.of(dev.layout().archive(), end);
    }

    private static String run(UserLocale locale, Path data, String... arguments) {
        CommandResult result = CommandResult.of(with(locale, with(arguments, "--data-dir", data.toString())));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.out();
    }

    private static String[] with(UserLocale locale, String... arguments) {
        return with(arguments, locale.javaOptions());
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }
}
