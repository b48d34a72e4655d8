package io.multichat.topology.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.DeadLetter;
import io.multichat.topology.law.model.PlainOutcome;
import io.multichat.topology.law.model.PlainOutcome.Accepted;
import io.multichat.topology.law.model.PlainOutcome.Refused;
import io.multichat.topology.law.model.PlainOutcome.Waiting;
import io.multichat.topology.law.model.Published;
import io.multichat.topology.state.ledger.RecordCounts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** The law of the ledger. */
final class RecordLedgerLaw {
    private RecordLedgerLaw() {}

    /** For each source, the counts of accepted events, duplicates, dead letters and waiting edits are those of the model. */
    static void eachEventIsAccountedForOnce(
            List<ChatRun> chats, Map<TopicPartition, RecordCounts> before, Map<TopicPartition, RecordCounts> after) {
        after.forEach((source, account) -> {
            RecordCounts old = before.getOrDefault(source, RecordCounts.EMPTY);
            assertThat(List.of(
                            account.accepted() - old.accepted(),
                            account.duplicates() - old.duplicates(),
                            account.deadLetters() - old.deadLetters(),
                            account.waiting() - old.waiting()))
                    .as("accepted, duplicates, dead letters and waiting of %s", source)
                    .isEqualTo(List.of(
                            count(
                                    chats,
                                    source,
                                    outcome -> outcome.accepted().stream().map(Accepted::published)),
                            count(chats, source, outcome -> outcome.duplicates().stream()),
                            count(
                                    chats,
                                    source,
                                    outcome -> outcome.refused().stream().map(Refused::published)),
                            count(
                                    chats,
                                    source,
                                    outcome -> outcome.waiting().stream().map(Waiting::published))));
            assertThat(account.accepted() + account.duplicates() + account.deadLetters() + account.waiting())
                    .as("read of %s", source)
                    .isEqualTo(account.nextOffset());
        });
    }

    private static long count(
            List<ChatRun> chats, TopicPartition source, Function<PlainOutcome, Stream<Published>> fate) {
        return chats.stream()
                .flatMap(chat -> fate.apply(chat.model().outcome())
                        .map(each -> chat.sources().get(each.number())))
                .filter(each -> isFrom(each, source))
                .count();
    }

    private static boolean isFrom(DeadLetter.Source one, TopicPartition source) {
        return one.topic().equals(source.topic()) && one.partition() == source.partition();
    }
}
