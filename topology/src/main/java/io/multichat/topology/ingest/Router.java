package io.multichat.topology.ingest;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.DeadLetter;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.text.Durations;
import io.multichat.topology.metrics.TopologyMetrics;
import io.multichat.topology.settings.Names;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateKind;
import io.multichat.topology.state.ledger.RecordCounts;
import io.multichat.topology.state.ledger.RecordLedger;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Checks and routes each record: valid events of this partition go straight to the session processor, those of other partitions
 * through the repartition topic, and everything else to the dead letters.
 */
public final class Router implements Processor<byte[], byte[], byte[], Inbound> {
    private final TopologySettings settings;
    private final ArrivalTimes arrivals;
    private final EventDecoder events = new EventDecoder();
    private ProcessorContext<byte[], Inbound> context;
    private RecordLedger ledger;
    private TopologyMetrics metrics;
    private Pace pace;

    /** @param arrivals the times of the records that the topology reads */
    public Router(TopologySettings settings, ArrivalTimes arrivals) {
        this.settings = settings;
        this.arrivals = arrivals;
    }

    @Override
    public void init(ProcessorContext<byte[], Inbound> context) {
        this.context = context;
        this.ledger = new RecordLedger(
                new Keyspace(context.getStateStore(Names.STATE), StateKind.LEDGER),
                context.getStateStore(Names.COMMITS),
                RecordLedger.Place.ARRIVAL);
        this.metrics = new TopologyMetrics(context.metrics(), context.taskId());
        this.pace = new Pace(
                settings.timing(), () -> arrivals.waitedMs(context.taskId().partition()));
        Tick.start(context, now -> {
            pace.tick(now);
            if (pace.commitIsDue()) {
                context.commit();
            }
        });
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        pace.processing(context.currentSystemTimeMs());
        RecordMetadata metadata = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException(
                        "the record has no topic, partition and offset, so it cannot be counted"));
        DeadLetter.Source source = new DeadLetter.Source(metadata.topic(), metadata.partition(), metadata.offset());
        ChatEvent event;
        try {
            event = check(record);
        } catch (InvalidEventException e) {
            Refusals refusals = new Refusals(
                    context.currentSystemTimeMs(), settings.limits().eventMaxBytes());
            context.forward(refusals.refuse(record, e, source), Names.REFUSED_ARRIVALS);
            ledger.count(source, RecordCounts.Fate.DEAD_LETTER);
            metrics.deadLetter(e.reason());
            return;
        }
        send(record, new Inbound.Arrival(record.value(), event, source, Refusals.beginning(record.key())));
    }

    @Override
    public void close() {
        metrics.close();
    }

    private ChatEvent check(Record<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value != null && value.length > settings.limits().eventMaxBytes()) {
            throw tooLarge("value", value.length, settings.limits().eventMaxBytes());
        }
        int headerBytes = HeaderLimit.bytes(record.headers());
        if (headerBytes > HeaderLimit.MAX_BYTES) {
            throw tooLarge("headers", headerBytes, HeaderLimit.MAX_BYTES);
        }
        ChatEvent event = events.decode(value);
        long now = context.currentSystemTimeMs();
        if (event.at() > now + settings.timing().clockSkewMax().toMillis()) {
            throw new InvalidEventException(
                    RejectReason.IN_THE_FUTURE,
                    "the event's time is more than clock.skew.max ("
                            + Durations.format(settings.timing().clockSkewMax()) + ") in the future");
        }
        return event;
    }

    private void send(Record<byte[], byte[]> record, Inbound.Arrival arrival) {
        Conversation conversation = arrival.event().conversation();
        Record<byte[], Inbound> keyed =
                new Record<>(conversation.keyBytes(), arrival, record.timestamp(), record.headers());
        int home = conversation.partition(settings.partitions());
        if (home == context.taskId().partition()) {
            context.forward(keyed, Names.ON_PARTITION);
        } else {
            OriginHeader.writeTo(keyed.headers(), arrival);
            context.forward(keyed, Names.AWAY);
            ledger.count(arrival.source(), RecordCounts.Fate.SENT_HOME);
        }
    }

    private static InvalidEventException tooLarge(String what, int bytes, int limit) {
        return new InvalidEventException(
                RejectReason.TOO_LARGE, what + " of " + bytes + " bytes; at most " + limit + " bytes are allowed");
    }
}
