package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Conversation;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.export.delivery.Compression;
import io.multichat.jobs.export.delivery.VerifyReport;
import io.multichat.jobs.export.delivery.VerifyRun;
import io.multichat.jobs.export.source.ArchiveSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryRunTest {
    private static final Conversation HOSTILE = Conversation.of("irc", "../../../etc/passwd");
    private static final Conversation GENERAL = Conversation.of("slack", "general");

    @TempDir
    Path folder;

    private DeliveryBench bench;

    @BeforeEach
    void open() {
        bench = new DeliveryBench(folder);
    }

    @Test
    void severalFormatsAreDeliveredInFoldersOfTheirOwnAndListed() throws IOException {
        bench.archive(3, GENERAL, HOSTILE);

        ExportReport report = bench.deliver(
                "out", DeliveryBench.PLAIN, ExportFormats.ALL.names().stream().toArray(String[]::new));

        assertThat(report.messages()).isEqualTo(6);
        assertThat(bench.files("out").keySet())
                .contains(
                        "manifest.json",
                        "jsonl/sessions.jsonl",
                        "json/sessions.json",
                        "csv/messages.csv",
                        "html/index.html",
                        "slack/users.json",
                        "slack/channels.json",
                        "slack/general/2023-11-14.json",
                        "discord/slack/general.json",
                        "mattermost/mattermost.jsonl",
                        "openai/chats.jsonl",
                        "parquet/messages.parquet");
        VerifyReport verified = new VerifyRun(bench.path("out")).run();
        assertThat(verified.problems()).isEmpty();
        assertThat(verified.files()).isEqualTo(bench.files("out").size() - 1L);
    }

    @Test
    void namesFromChatsNeverLeadOutOfTheFolder() throws IOException {
        bench.archive(1, HOSTILE);

        bench.deliver("out", DeliveryBench.named("{platform}/{channel}/{conversation}-{date}"), "jsonl");

        assertThat(bench.files("out").keySet()).hasSize(2).anyMatch(name -> name.startsWith("irc/_"));
        for (String template : List.of("../x", "/x", "a/../b", "a//b", "{secret}", "a\\b", ".x", "x/", "")) {
            assertThatIllegalArgumentException().isThrownBy(() -> DeliveryBench.named(template));
        }
    }

    @Test
    void aPageHoldsOneSession() {
        bench.archive(1, GENERAL);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.deliver("out", DeliveryBench.named("all"), "html"))
                .withMessageContaining("add {session} to the name");
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        bench.archive(1, GENERAL);
        Path elsewhere = Files.createDirectory(bench.path("elsewhere"));
        Files.createSymbolicLink(Files.createDirectory(bench.path("out")).resolve("slack"), elsewhere);

        assertThatThrownBy(() -> new DeliveryRun(
                                bench.request(
                                        new ArchiveSource(new ArchiveAccess(bench.archive())),
                                        DeliveryBench.named("{platform}/{channel}/{session}"),
                                        "jsonl"),
                                bench.path("out"),
                                true)
                        .run())
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("leads out of the folder");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void fullFilesAreContinuedInOthersThatAreCompleteInThemselves() throws IOException {
        bench.archive(5, GENERAL);
        DeliveryRequest.Files files =
                new DeliveryRequest.Files(Optional.empty(), new SplitLimits(2, 0), Compression.NONE);

        bench.deliver("out", files, "jsonl");

        assertThat(bench.files("out").keySet())
                .containsExactly("manifest.json", "sessions.jsonl", "sessions~part2.jsonl", "sessions~part3.jsonl");
        assertThat(bench.files("out").get("sessions~part3.jsonl"))
                .startsWith("{\"kind\":\"manifest\"")
                .contains("\"part\":3}", "\"messageId\":\"m4\"")
                .endsWith("{\"kind\":\"complete\",\"sessions\":1,\"messages\":1,\"events\":0}\n");
    }

    @Test
    void theSameDataGivesTheSameBytesInEveryFormat() throws IOException {
        bench.archive(3, GENERAL, HOSTILE);
        String[] formats = ExportFormats.ALL.names().stream().toArray(String[]::new);
        for (Compression compression : Compression.values()) {
            DeliveryRequest.Files files = new DeliveryRequest.Files(Optional.empty(), SplitLimits.NONE, compression);
            bench.deliver("one" + compression, files, formats);
            bench.deliver("two" + compression, files, formats);

            assertThat(bench.files("two" + compression)).isEqualTo(bench.files("one" + compression));
        }
    }

    @Test
    void aDeliveryIsReplacedOnlyOnDemandAndNothingElseIsTouched() throws IOException {
        bench.archive(1, GENERAL);
        bench.deliver("out", DeliveryBench.PLAIN, "jsonl");
        Files.writeString(bench.path("out").resolve("mine.txt"), "mine");
        Files.createDirectory(bench.path("full"));
        Files.writeString(bench.path("full").resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> bench.deliver("out", DeliveryBench.PLAIN, "jsonl"))
                .hasMessageContaining("already holds a delivery");
        assertThatThrownBy(() -> bench.deliver("full", DeliveryBench.PLAIN, "jsonl"))
                .hasMessageContaining("is not empty");
        new DeliveryRun(
                        bench.request(
                                new ArchiveSource(new ArchiveAccess(bench.archive())), DeliveryBench.PLAIN, "csv"),
                        bench.path("out"),
                        true)
                .run();

        assertThat(bench.files("out").keySet()).containsExactly("manifest.json", "messages.csv", "mine.txt");
        assertThat(new VerifyRun(bench.path("out")).run().problems())
                .containsExactly("mine.txt does not belong to the delivery");
    }

    @Test
    void aChangedMissingOrAddedFileIsFound() throws IOException {
        bench.archive(1, GENERAL, HOSTILE);
        bench.deliver("out", DeliveryBench.named("{platform}-{session}"), "jsonl", "csv");
        List<String> names = bench.files("out").keySet().stream().toList();
        Path out = bench.path("out");
        String csv = Files.readString(out.resolve(names.get(0)));
        Files.writeString(out.resolve(names.get(0)), csv.replace('m', 'n'));
        Files.delete(out.resolve(names.get(1)));
        Files.writeString(out.resolve(names.get(2)), "short");

        assertThat(new VerifyRun(out).run().problems())
                .hasSize(3)
                .anyMatch(problem -> problem.contains("was changed"))
                .anyMatch(problem -> problem.contains("is missing"))
                .anyMatch(problem -> problem.contains("has 5 bytes instead of"));
    }

    @Test
    void aDamagedPartOfTheArchiveIsNamedAndTheOtherSessionsAreDelivered() throws IOException {
        bench.archive(2, GENERAL, HOSTILE);
        try (Stream<Path> segments = Files.walk(bench.archive().resolve("transcript"))) {
            Files.delete(
                    segments.filter(Files::isRegularFile).sorted().findFirst().orElseThrow());
        }

        ExportReport report = bench.deliver("out", DeliveryBench.PLAIN, "jsonl");

        assertThat(report.unreadable()).singleElement().asString().contains("is missing");
        assertThat(report.differing()).isEqualTo(1);
        assertThat(report.messages()).isEqualTo(3);
        assertThat(bench.files("out").get("manifest.json"))
                .contains("has 2 messages, but the source has 1", "is missing");
    }
}
