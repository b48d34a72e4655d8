package io.multichat.jobs.erase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.jobs.client.Deployment;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.erase.plan.ErasureRequest;
import io.multichat.jobs.erase.receipt.ReceiptFolder;
import io.multichat.jobs.testing.ChatSurvey;
import io.multichat.jobs.wait.SinkGroups;
import io.multichat.jobs.wait.WaitFor;
import io.multichat.reading.erase.Person;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erasure whose process was killed after its receipt was stored and before its journal was removed. */
class FinishedErasureTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    @TempDir
    private Path data;

    @Test
    void resumingItRemovesTheJournalAndGivesTheSameReceipt() throws Exception {
        ReceiptFolder folder = new ReceiptFolder(data);
        ErasureRequest request = ErasureRequest.of(new Person(Optional.of("irc"), "ada"), Optional.empty());
        String id = ErasureJournal.begin(folder, request, 1_769_850_000_000L).id();
        Path journal = data.resolve("erasures").resolve(id + ".journal");
        byte[] noted = Files.readAllBytes(journal);
        ObjectNode receipt = JsonNodeFactory.instance.objectNode().put("erasure", id);
        folder.store(id, receipt);
        Files.write(journal, noted);

        ObjectNode resumed = run(folder).resume(id);

        assertThat(resumed).isEqualTo(receipt);
        assertThat(folder.unfinished()).isEmpty();
        assertThat(journal).doesNotExist();
    }

    /** A run without Kafka and without a server, which are not needed any more. */
    private ErasureRun run(ReceiptFolder folder) {
        Deployment deployment = new Deployment(
                "multichat",
                List.of("chat-messages"),
                1,
                1_000_000,
                new Deployment.InternalTopics("repartition", "changelog"),
                Map.of("default.api.timeout.ms", "100", "request.timeout.ms", "100"));
        WaitFor waitFor = new WaitFor(
                new ServerClient(URI.create("http://127.0.0.1:1"), Optional.empty()),
                SinkGroups.of(List.of()),
                data.resolve("archive"),
                SHORT);
        ErasureStores stores = new ErasureStores(new ChatSurvey(), List.of(), data.resolve("archive"), List::of);
        return new ErasureRun(
                new ErasureRun.Target(new KafkaAccess("127.0.0.1:1", deployment), waitFor, stores, SHORT, 1),
                new ErasureRun.Records(folder, data.resolve("key.pem")),
                ErasureProgress.SILENT);
    }
}
