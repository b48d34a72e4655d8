package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.erase.ErasureResult;
import io.multichat.benchmarks.erase.ErasureRound;
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

/** How long it takes to erase one person among the messages of a {@code dev}. */
final class ErasureSpeed implements Scenario {
    private static final String METHOD = """
            A `./multichat dev` as it is, whose topics and three stores hold %s messages of others in %s conversations (Zipf, one day; \
            SQLite %s MiB) and 1,000 messages of one person in 50 of these conversations. `multichat erase person --yes` erases the \
            person; the receipt must say that every store holds none of them any more. Times count from the start of the command. \
            Applied: the rows in SQLite are erased; the command then waits for the other stores, and until SQLite has rewritten its \
            file, which begins 10 s after the first command.""";

    private static final int CONVERSATIONS = 1_000;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(1);
    private static final double SECONDS = 60;
    private static final double MEBIBYTE = 1 << 20;

    @Override
    public Section run(Bench bench) {
        Size size = bench.size();
        long messages = size.devMessages();
        Load.Timing timing = new Load.Timing(START, SPAN.dividedBy(messages), Duration.ofMinutes(30));
        ErasureResult result = ErasureRound.run(
                bench.workspace().folder("erasure"),
                new Load(messages, new ZipfPopularity(CONVERSATIONS), timing, size.seed()),
                bench.workspace()::add);
        ErasureResult.Times times = result.times();
        bench.say("receipt after " + Figures.seconds(times.receipt()));
        return new Section("Erasing a person")
                .paragraph(String.format(
                        Locale.ROOT,
                        METHOD,
                        Figures.count(result.volume().distinct()),
                        Figures.count(result.volume().conversations()),
                        Figures.count(result.sqliteBytes() / MEBIBYTE)))
                .table(new Table("", "first command applied", "all applied", "file of SQLite cleaned", "receipt")
                        .row(
                                "one person, 1,000 messages",
                                Figures.seconds(times.begun()),
                                Figures.seconds(times.applied()),
                                Figures.seconds(times.cleaned()),
                                Figures.seconds(times.receipt())))
                .targets(List.of(Target.atMost("erased, with a receipt", times.receipt() / 1e3, SECONDS, "s")));
    }
}
