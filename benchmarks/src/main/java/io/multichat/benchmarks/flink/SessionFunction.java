package io.multichat.benchmarks.flink;

import io.multichat.benchmarks.competitor.Competitor;
import io.multichat.benchmarks.flink.identities.Identities;
import io.multichat.events.MessagePosition;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The operator: drops duplicates, keeps the sessions of each conversation, forwards messages and announces sessions. */
final class SessionFunction extends KeyedProcessFunction<String, Tuple2<String, byte[]>, Output> {
    private static final long serialVersionUID = 1;

    private final Competitor competitor;
    private final Rules rules;
    private transient Identities identities;
    private transient ConversationStore store;
    private transient TimedWork timedWork;
    private transient Timeline timeline;

    SessionFunction(Competitor competitor, Rules rules) {
        this.competitor = competitor;
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        identities = competitor == Competitor.FLINK_HEAP
                ? Identities.heap(getRuntimeContext())
                : Identities.rocksDb(getRuntimeContext());
        store = new ConversationStore(getRuntimeContext());
        Announcer announcer = new Announcer(rules);
        timedWork = new TimedWork(store, announcer, rules);
        timeline = new Timeline(store, announcer, rules);
    }

    @Override
    public void processElement(Tuple2<String, byte[]> arrival, Context context, Collector<Output> out)
            throws Exception {
        Arrival message = Arrival.unpack(arrival.f1);
        if (identities.add(message.identity())) {
            accept(turn(arrival.f0, context, out), message);
            JobCounts.ACCEPTED.incrementAndGet();
        } else {
            JobCounts.DUPLICATES.incrementAndGet();
        }
        JobCounts.PROCESSED.incrementAndGet();
    }

    /** Timers of a conversation that are due in the same millisecond fire once. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Output> out) throws Exception {
        Turn turn = turn(context.getCurrentKey(), context, out);
        ConversationState state = store.get();
        ConversationState after = timedWork.serve(turn, state);
        if (!after.equals(state)) {
            store.put(after);
        }
    }

    private void accept(Turn turn, Arrival message) throws Exception {
        ConversationState before = store.get().arrived(turn.now());
        long order = message.order().orElse(before.accepted());
        MessagePosition position = new MessagePosition(message.sentAt(), order, message.messageId());
        Timeline.Placed placed = timeline.place(turn, before, position, message);
        store.put(timedWork.watch(turn, placed.state()));
        turn.out()
                .collect(Output.transcript(
                        turn.conversation(), message, placed.session().id(), order));
    }

    private static Turn turn(String conversation, Context context, Collector<Output> out) {
        return new Turn(conversation, context.timerService().currentProcessingTime(), context.timerService(), out);
    }
}
