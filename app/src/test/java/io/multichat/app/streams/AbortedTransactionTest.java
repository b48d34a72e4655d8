package io.multichat.app.streams;

import static io.multichat.app.streams.RunningTopology.message;
import static io.multichat.app.streams.RunningTopology.patiently;
import static io.multichat.app.streams.RunningTopology.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Topics;
import io.multichat.topology.state.ledger.RecordCounts;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state forgets what an aborted transaction changed, although its process lives on. */
class AbortedTransactionTest {
    private static final int MESSAGES = 60_000;
    private static final int ABORTS = 4;

    @Test
    void eventsOfAbortedTransactionsAreAcceptedWhenTheyAreReadAgain(@TempDir Path folder) throws Exception {
        try (RunningTopology topology = new RunningTopology(folder);
                Admin admin =
                        Admin.create(Map.<String, Object>of("bootstrap.servers", topology.broker.bootstrapServers()))) {
            StreamsRunner running = topology.instance("one");
            Instant now = Instant.now();
            topology.publish(
                    IntStream.range(0, MESSAGES).mapToObj(i -> message(i % 200, "m" + i, now, "hello " + i)), null);
            for (int abort = 1; abort <= ABORTS; abort++) {
                int enough = abort * MESSAGES / (ABORTS + 2);
                patiently().until(() -> sum(running).accepted() >= enough);
                abortTransactions(admin);
            }

            patiently().until(() -> sum(running).accepted() + sum(running).duplicates() == MESSAGES);

            assertThat(sum(running)).isEqualTo(new RecordCounts(0, MESSAGES, 0, 0, 0, 0));
            assertThat(topology.broker.records(Topics.TRANSCRIPT))
                    .extracting(each -> ByteBuffer.wrap(each.value()))
                    .doesNotHaveDuplicates()
                    .hasSize(MESSAGES);
            running.close();
        }
    }

    /** Fences the producers of the topology, which aborts their transactions. */
    private static void abortTransactions(Admin admin) throws Exception {
        List<String> ids = admin.listTransactions().all().get().stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> id.startsWith("multichat"))
                .toList();
        assertThat(ids).isNotEmpty();
        admin.fenceProducers(ids).all().get();
    }
}
