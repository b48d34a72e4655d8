package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.registry.FormatRegistry;
import io.multichat.formats.write.WriteOptions;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.export.source.ArchiveSource;
import io.multichat.jobs.export.stage.ExportSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chat of another program that is imported, exported in the same format and imported again: nothing new, nothing lost. */
class RoundTripTest {
    /** Threads, edits, reactions, joins, bots and deleted messages, as each program writes them. */
    private static final Map<String, Map<String, String>> SAMPLES = Map.of(
            "slack",
            Map.of(
                    "users.json",
                            "[{\"id\":\"U1\",\"name\":\"ada\"},{\"id\":\"U2\",\"name\":\"bob\",\"real_name\":\"Bob\"}]",
                    "channels.json", "[{\"id\":\"C1\",\"name\":\"general\"}]",
                    "general/2025-01-10.json", """
                            [{"type":"message","subtype":"channel_join","user":"U2","text":"<@U2> joined","ts":"1736500000.000100"},
                             {"type":"message","user":"U1","text":"root","ts":"1736500001.000200","thread_ts":"1736500001.000200",
                              "reply_count":2,"reactions":[{"name":"+1","users":["U1","U2"],"count":2}]},
                             {"type":"message","user":"U2","text":"reply","ts":"1736500002.000300","thread_ts":"1736500001.000200",
                              "edited":{"user":"U2","ts":"1736500009.000000"}},
                             {"type":"message","subtype":"bot_message","bot_id":"B1","username":"ci","text":"","ts":"1736500003.000400",
                              "blocks":[{"type":"section","text":{"type":"mrkdwn","text":"built"}}]},
                             {"type":"message","subtype":"channel_topic","user":"U1","topic":"t","text":"set","ts":"1736500004.000500"}]
                            """,
                    "general/2025-01-11.json", """
                            [{"type":"message","user":"U1","text":"late reply","ts":"1736590000.000100","thread_ts":"1736500001.000200"},
                             {"type":"message","subtype":"tombstone","user":"U1","text":"gone","ts":"1736590001.000100"}]
                            """),
            "discord",
            Map.of(
                    "channel.json", """
                            {"guild":{"id":"1","name":"G"},"channel":{"id":"10","type":"GuildTextChat","name":"c"},"messages":[
                             {"id":"100","type":"GuildMemberJoin","timestamp":"2025-01-01T00:00:00+00:00","content":"Joined",
                              "author":{"id":"5","name":"ada"}},
                             {"id":"101","type":"Default","timestamp":"2025-01-01T00:00:01.5+01:00","timestampEdited":
                              "2025-01-02T00:00:00+00:00","content":"hi","author":{"id":"5","name":"ada","nickname":"Ada"},
                              "attachments":[{"id":"7","url":"https://x/y","fileName":"y","fileSizeBytes":3}],"isPinned":true,
                              "reactions":[{"emoji":{"name":"x"},"count":1,"users":[{"id":"6","name":"bob"}]},
                                           {"emoji":{"name":"z"},"count":4}]},
                             {"id":"102","type":"Reply","timestamp":"2025-01-01T00:00:02+00:00","content":"re",
                              "author":{"id":"6","name":"bob","isBot":true},"reference":{"messageId":"101"}},
                             {"id":"103","type":"ChannelPinnedMessage","timestamp":"2025-01-01T00:00:03+00:00","content":"Pinned.",
                              "author":{"id":"6","name":"bob"}}],"messageCount":4}
                            """,
                    "thread.json", """
                            {"guild":{"id":"1","name":"G"},"channel":{"id":"20","type":"GuildPublicThread","categoryId":"10"},
                             "messages":[{"id":"200","type":"Default","timestamp":"2025-01-01T00:01:00+00:00","content":"in thread",
                              "author":{"id":"5","name":"ada"}}],"messageCount":1}
                            """),
            "mattermost",
            Map.of("export.jsonl", """
                    {"type":"version","version":1}
                    {"type":"post","post":{"team":"t","channel":"c","user":"ada","message":"ada joined the channel.","create_at":1700000000000}}
                    {"type":"post","post":{"team":"t","channel":"c","user":"ada","message":"root","create_at":1700000001000,"props":{"k":"v"},\
                    "reactions":[{"user":"bob","emoji_name":"+1","create_at":1700000005000}],"replies":[{"user":"bob","message":"early",\
                    "create_at":1700000000500},{"user":"ada","message":"late","create_at":1700000002000,"edit_at":1700000003000}]}}
                    {"type":"post","post":{"team":"t","channel":"c","user":"ada","message":"same","create_at":1700000007000}}
                    {"type":"post","post":{"team":"t","channel":"c","user":"ada","message":"same","create_at":1700000007000}}
                    {"type":"direct_post","direct_post":{"channel_members":["ada","bob"],"user":"bob","message":"psst",\
                    "create_at":1700000008000,"attachments":[{"path":"a/b"}]}}
                    """));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"slack", "discord", "mattermost"})
    void anExportInTheSameFormatAddsNothingAndLosesNothing(String format) throws IOException {
        RoundTrip first = RoundTrip.imported(format, sample(format));
        DeliveryBench bench = new DeliveryBench(folder);
        first.archive(bench.archive());

        bench.deliver("out", DeliveryBench.PLAIN, format, "csv");

        RoundTrip second = RoundTrip.imported(format, bench.path("out").resolve(format));
        assertThat(first.refused()).isEmpty();
        assertThat(second.refused()).isEmpty();
        assertThat(second.identities()).isEqualTo(first.identities());
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "discord", "mattermost"})
    void jsonLinesKeepEveryByteOfEveryVersion(String format) throws IOException {
        RoundTrip first = RoundTrip.imported(format, sample(format));
        ExportBench bench = new ExportBench(folder);
        first.archive(bench.archive());

        bench.run(ExportSelection.EVERYTHING, new WriteOptions(Optional.empty(), true));

        assertThat(RoundTrip.imported("jsonl", bench.output()).values()).isEqualTo(first.values());
    }

    @Test
    void aTruncatedExportIsReported() throws IOException {
        RoundTrip first = RoundTrip.imported("discord", sample("discord"));
        ExportBench bench = new ExportBench(folder);
        first.archive(bench.archive());
        bench.run(ExportSelection.EVERYTHING, WriteOptions.DEFAULTS);
        List<String> lines = Files.readAllLines(bench.output());
        Files.write(bench.output(), lines.subList(0, lines.size() - 1));

        RoundTrip second = RoundTrip.imported("jsonl", bench.output());

        assertThat(second.refused()).singleElement().asString().contains("the export is truncated");
        assertThat(second.identities()).isEqualTo(first.identities());
    }

    @Test
    void everyExportedFileIsWrittenForAnyPlatform() throws IOException {
        RoundTrip first = RoundTrip.imported("discord", sample("discord"));
        DeliveryBench bench = new DeliveryBench(folder);
        first.archive(bench.archive());

        new DeliveryRun(
                        bench.request(
                                new ArchiveSource(new ArchiveAccess(bench.archive())),
                                DeliveryBench.PLAIN,
                                FormatRegistry.WRITERS.names().toArray(String[]::new)),
                        bench.path("out"),
                        false)
                .run();

        String day = bench.files("out").entrySet().stream()
                .filter(file -> file.getKey().startsWith("slack/discord_10~"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        assertThat(day)
                .contains("\"thread_ts\":\"20\"", "\"subtype\":\"channel_join\"", "\"name\":\"x\",\"users\":[\"6\"]");
    }

    private Path sample(String format) throws IOException {
        Path sample = folder.resolve("sample");
        for (Map.Entry<String, String> file : SAMPLES.get(format).entrySet()) {
            Path path = sample.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return sample;
    }
}
