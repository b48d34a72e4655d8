package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.multichat.events.Conversation;
import io.multichat.formats.write.SafeName;
import io.multichat.jobs.export.delivery.Compression;
import io.multichat.jobs.export.delivery.FileTemplate;
import io.multichat.jobs.export.delivery.VerifyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of conversations that clash with each other, or with files that the delivery itself has. */
class DeliveryNamesTest {
    private static final String[] FORMATS = {"jsonl", "json", "slack", "discord", "html", "csv"};

    @TempDir
    Path folder;

    private DeliveryBench bench;

    @BeforeEach
    void open() {
        bench = new DeliveryBench(folder);
    }

    @Test
    void aTemplateThatNamesAListIsRefused() {
        bench.archive(1, Conversation.of("slack", "general"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.deliver("out", DeliveryBench.named("manifest"), "json"))
                .withMessageContaining("\"manifest\" is reserved");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.deliver("out", DeliveryBench.named("Manifest"), "json"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.deliver("out", DeliveryBench.named("manifest.json/{session}"), "jsonl"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.deliver("out", DeliveryBench.named("index.html/{session}"), "html"));
    }

    @Test
    void channelsAndPlatformsNamedLikeListsDoNotReplaceThem() throws IOException {
        bench.archive(
                1,
                Conversation.of("slack", "manifest"),
                Conversation.of("slack", "Manifest.JSON"),
                Conversation.of("slack", "users.json"),
                Conversation.of("slack", "channels.json"),
                Conversation.of("index.html", "general"),
                Conversation.of("manifest.json", "general"));

        for (String format : FORMATS) {
            bench.deliver(format, DeliveryBench.named("{channel}-{session}"), format);
            isWhole(format, 6);
        }
        bench.deliver("channel", DeliveryBench.named("{channel}"), "json");
        isWhole("channel", 5);
    }

    @Test
    void namesThatDifferOnlyInCaseGetHashes() throws IOException {
        bench.archive(
                1,
                Conversation.of("slack", "General"),
                Conversation.of("slack", "general"),
                Conversation.of("slack", "random"));

        for (String format : FORMATS) {
            bench.deliver(format, DeliveryBench.named("{channel}"), format.equals("html") ? "csv" : format);
            isWhole(format, 3);
        }
        bench.deliver("pages", DeliveryBench.PLAIN, "html");
        isWhole("pages", 3);

        assertThat(bench.files("slack").keySet())
                .contains("random/2023-11-14.json")
                .filteredOn(name -> name.matches("[gG]eneral~[0-9a-f]{8}/.*"))
                .hasSize(2);
        String channels = bench.files("slack").get("channels.json");
        for (String name : bench.files("slack").keySet()) {
            assertThat(name.indexOf('/') < 0 || channels.contains(name.substring(0, name.indexOf('/'))))
                    .isTrue();
        }
    }

    @Test
    void threadsPartsAndHashesHaveNamesOfTheirOwn() throws IOException {
        String hashed = SafeName.of("a b");
        bench.archive(
                3,
                Conversation.of("irc", "general"),
                Conversation.of("irc", "general", "part2"),
                Conversation.of("irc", "a b"),
                Conversation.of("irc", "a_b", hashed.substring(hashed.indexOf('~') + 1)));
        DeliveryRequest.Files files = new DeliveryRequest.Files(
                Optional.of(new FileTemplate("{conversation}")), new SplitLimits(2, 0), Compression.NONE);

        bench.deliver("out", files, "jsonl");
        bench.deliver("discord", DeliveryBench.PLAIN, "discord");

        isWhole("out", 8);
        isWhole("discord", 4);
    }

    private void isWhole(String name, int atLeast) throws IOException {
        Set<String> files = bench.files(name).keySet();
        assertThat(files).as(name).contains("manifest.json").hasSizeGreaterThan(atLeast);
        assertThat(files.stream().map(SafeName::folded).collect(Collectors.toSet()))
                .hasSameSizeAs(files);
        assertThat(bench.files(name).get("manifest.json")).contains("\"multichat-delivery\"");
        assertThat(new VerifyRun(bench.path(name)).run().problems()).isEqualTo(List.of());
    }
}
