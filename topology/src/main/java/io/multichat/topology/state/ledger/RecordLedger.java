package io.multichat.topology.state.ledger;

import io.multichat.events.DeadLetter;
import io.multichat.topology.state.layers.CommitBuffer;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateBytes;
import io.multichat.topology.state.layers.Varint;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The record counts of each source partition, as the stream thread writes them; see {@link RecordLedgerStore}. Only the stream
 * thread may use it.
 */
public final class RecordLedger {
    private static final int MOST_HELD = 1_000;

    private final Keyspace records;
    private final Place place;

    /** The current counts by source. In memory because every record changes one; there is one per source partition. */
    private final Map<Source, Entry> entries = new HashMap<>();

    private final CommitBuffer<Source, Entry> changed;
    private final CommitBuffer<Bytes, Long> changedOpen;
    private long openSessions;

    /** The node that decides a record's fate. Each has its own entries in the store, so that two nodes never write the same one. */
    public enum Place {
        ARRIVAL,
        HOME
    }

    /** A partition of an input topic. */
    record Source(String topic, int partition) {}

    private record Entry(Bytes key, RecordCounts counts) {}

    /** @param commits see {@link CommitBuffer} */
    public RecordLedger(Keyspace records, KeyValueStore<Bytes, byte[]> commits, Place place) {
        this.records = records;
        this.place = place;
        this.changed = new CommitBuffer<>(
                commits,
                "accounts " + place,
                (source, entry) -> records.put(entry.key(), RecordLedgerCodec.encode(entry.counts())),
                MOST_HELD);
        this.changedOpen = new CommitBuffer<>(
                commits,
                "open sessions " + place,
                (key, open) -> records.put(key, StateBytes.write(out -> Varint.write(out, open))),
                MOST_HELD);
        byte[] open = records.get(RecordLedgerCodec.OPEN_SESSIONS);
        this.openSessions = open == null ? 0 : StateBytes.read(open, Varint::read);
    }

    /** Counts one record. */
    public void count(DeadLetter.Source source, RecordCounts.Fate fate) {
        change(source, counts -> counts.with(fate, source.offset()));
    }

    /** Counts the final fate of a record that was counted as waiting. */
    public void settle(DeadLetter.Source source, RecordCounts.Fate fate) {
        change(source, counts -> counts.settled(fate));
    }

    /** Number of open sessions, counted at {@link Place#HOME}. It is kept here to be as durable as the sessions. */
    public long openSessions() {
        return openSessions;
    }

    /** Adds opened sessions; a negative number subtracts closed ones. */
    public void addOpenSessions(int more) {
        openSessions += more;
        changedOpen.put(RecordLedgerCodec.OPEN_SESSIONS, openSessions);
    }

    private void change(DeadLetter.Source source, UnaryOperator<RecordCounts> change) {
        Source partition = new Source(source.topic(), source.partition());
        Entry before = entries.computeIfAbsent(partition, this::stored);
        Entry after = new Entry(before.key(), change.apply(before.counts()));
        entries.put(partition, after);
        changed.put(partition, after);
    }

    private Entry stored(Source source) {
        Bytes key = RecordLedgerCodec.key(place, source);
        byte[] bytes = records.get(key);
        return new Entry(key, bytes == null ? RecordCounts.EMPTY : RecordLedgerCodec.decode(bytes));
    }
}
