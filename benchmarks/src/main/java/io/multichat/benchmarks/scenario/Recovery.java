package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.load.EvenPopularity;
import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.report.Section;
import io.multichat.benchmarks.report.Table;
import io.multichat.benchmarks.report.Target;
import io.multichat.benchmarks.round.ChangelogRead;
import io.multichat.benchmarks.round.KilledApplication;
import io.multichat.benchmarks.round.Restart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The time until messages are processed again after {@code kill -9}, with and without the state on disk. */
final class Recovery implements Scenario {
    private static final String METHOD = """
            A state of %s open sessions and %s identities. The process is killed while it processes messages, more messages are \
            published while it is dead, and it is started again with its state on disk; then it is killed again and started \
            without its state. Times count from the start of the new process, including that of the JVM.""";
    private static final String BASELINE = """
            A plain consumer reads the same changelogs (%s records) at %s records/s; the state was restored at %s records/s.""";

    private static final int MESSAGES_PER_SESSION = 10;
    /**
     * Time span of the load, equal to the gap, so that every conversation has one session, which is open when the process is
     * killed.
     */
    private static final Duration SPAN = Duration.ofMinutes(30);

    private static final double AGAIN_SECONDS = 5;
    private static final double OF_RAW_SPEED = 0.5;

    @Override
    public Section run(Bench bench) {
        int sessions = bench.size().sessions();
        long messages = (long) sessions * MESSAGES_PER_SESSION;
        Load load = new Load(
                messages,
                new EvenPopularity(sessions),
                new Load.Timing(Instant.now().minus(SPAN), SPAN.dividedBy(messages), Duration.ZERO),
                bench.size().seed());
        try (KilledApplication application = KilledApplication.withState(bench.cluster(), load)) {
            bench.say("built the state of " + Figures.count(messages) + " messages");
            application.killUnderTraffic();
            Restart kept = application.restart();
            say(bench, "state kept", kept);
            application.killUnderTraffic();
            application.loseState();
            Restart lost = application.restart();
            say(bench, "state lost", lost);
            application.checkAccount();
            ChangelogRead raw = application.readChangelogs();
            bench.say("read the changelogs: " + Figures.count(raw.perSecond()) + " records/s");
            return section(sessions, messages, List.of(kept, lost), raw);
        }
    }

    private static Section section(int sessions, long messages, List<Restart> restarts, ChangelogRead raw) {
        Restart kept = restarts.get(0);
        Restart lost = restarts.get(1);
        Table table = new Table(
                "", "records restored", "restore took", "restored after", "first message after", "caught up after");
        row(table, "state kept", kept);
        row(table, "state lost", lost);
        return new Section("After kill -9")
                .paragraph(String.format(Locale.ROOT, METHOD, Figures.count(sessions), Figures.count(messages)))
                .table(table)
                .paragraph(String.format(
                        Locale.ROOT,
                        BASELINE,
                        Figures.count(raw.records()),
                        Figures.count(raw.perSecond()),
                        Figures.count(lost.restoredPerSecond())))
                .targets(List.of(
                        Target.atMost(
                                "state of " + Figures.count(sessions) + " sessions kept: first message processed after",
                                kept.firstMillis() / 1_000.0,
                                AGAIN_SECONDS,
                                "s"),
                        Target.atLeast(
                                "state of " + Figures.count(sessions)
                                        + " sessions lost: restored, relative to a plain consumer",
                                lost.restoredPerSecond() / raw.perSecond(),
                                OF_RAW_SPEED,
                                "×")));
    }

    private static void row(Table table, String name, Restart restart) {
        table.row(
                name,
                Figures.count(restart.restored().records()),
                Figures.seconds(restart.restored().millis()),
                Figures.seconds(restart.restored().runningAfterMillis()),
                Figures.seconds(restart.firstMillis()),
                Figures.seconds(restart.caughtUpMillis()));
    }

    private static void say(Bench bench, String what, Restart restart) {
        bench.say(String.format(
                Locale.ROOT,
                "%s: %s records restored, first message processed after %s",
                what,
                Figures.count(restart.restored().records()),
                Figures.seconds(restart.firstMillis())));
    }
}
