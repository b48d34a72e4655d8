package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.dev.DevResult;
import io.multichat.benchmarks.dev.DevRound;
import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.ZipfPopularity;
import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.report.Section;
import io.multichat.benchmarks.report.Table;
import io.multichat.benchmarks.report.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The speed at which {@code multichat dev} brings published messages into its three stores. */
final class WholePipeline implements Scenario {
    private static final String METHOD = """
            `./multichat dev` as it is, on an empty data directory: broker, topology, Connect worker, three sinks and the server \
            in one process with a heap of 768 MiB, and the Redis that it starts. %s records are published as fast as the broker takes \
            them (%s messages of %s bytes on average in %s conversations, Zipf, over a day of chat, 2 %% late, 1 %% sent \
            twice) by another process on the same machine. Times count from the first message until SQLite (rows), the archive \
            (manifests) and Redis (sorted sets) each hold every message once; the archive is asked to commit once SQLite has all. \
            The stores are checked in this order, so no figure is less than the one before it. Resident is the peak of both \
            processes together. In the end every message belongs to an announced session in SQLite.""";

    private static final int CONVERSATIONS = 10_000;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(1);
    private static final double PER_SECOND = 20_000;
    private static final double GIBIBYTES = 1.5;
    private static final double READY_SECONDS = 8;
    private static final double GIBIBYTE = 1 << 30;

    @Override
    public Section run(Bench bench) {
        Size size = bench.size();
        long messages = size.devMessages();
        Load.Timing timing = new Load.Timing(START, SPAN.dividedBy(messages), Duration.ofMinutes(30));
        DevResult result = DevRound.run(
                bench.workspace().folder("dev"),
                new Load(messages, new ZipfPopularity(CONVERSATIONS), timing, size.seed()),
                bench.workspace()::add);
        bench.say(String.format(
                Locale.ROOT,
                "%s messages/s, ready after %s, %s GiB",
                Figures.count(result.perSecond()),
                Figures.seconds(result.readyMillis()),
                Figures.decimal(gibibytes(result))));
        return new Section("Whole pipeline in one process")
                .paragraph(String.format(
                        Locale.ROOT,
                        METHOD,
                        Figures.count(result.volume().records()),
                        Figures.count(result.volume().distinct()),
                        Figures.count(result.volume().meanBytes()),
                        Figures.count(result.volume().conversations())))
                .table(table(result))
                .targets(List.of(
                        Target.atLeast(
                                "published and in all three stores", result.perSecond(), PER_SECOND, "messages/s"),
                        Target.atMost("peak resident memory of dev and its Redis", gibibytes(result), GIBIBYTES, "GiB"),
                        Target.atMost("ready after", result.readyMillis() / 1e3, READY_SECONDS, "s")));
    }

    private static Table table(DevResult result) {
        return new Table("", "published", "in SQLite", "in the archive", "in Redis", "resident: dev", "Redis", "ready")
                .row(
                        Figures.count(result.volume().records()) + " records",
                        Figures.seconds(result.times().published()),
                        Figures.seconds(result.times().sqlite()),
                        Figures.seconds(result.times().archive()),
                        Figures.seconds(result.times().redis()),
                        Figures.decimal(result.devBytes() / GIBIBYTE) + " GiB",
                        Figures.decimal(result.redisBytes() / GIBIBYTE) + " GiB",
                        Figures.seconds(result.readyMillis()));
    }

    private static double gibibytes(DevResult result) {
        return (result.devBytes() + result.redisBytes()) / GIBIBYTE;
    }
}
