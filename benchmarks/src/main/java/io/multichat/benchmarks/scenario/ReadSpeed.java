package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.ZipfPopularity;
import io.multichat.benchmarks.reading.ReadResult;
import io.multichat.benchmarks.reading.ReadResult.Answered;
import io.multichat.benchmarks.reading.ReadRound;
import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.report.Section;
import io.multichat.benchmarks.report.Table;
import io.multichat.benchmarks.report.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How fast a {@code dev} that holds a day of chat answers. */
final class ReadSpeed implements Scenario {
    private static final String METHOD = """
            A `./multichat dev` that holds %s messages of %s conversations (Zipf, one day), asked by 16 clients in another process on \
            the same machine, each of which asks again as soon as it has its answer. Pages have 100 messages, searches 50 hits. \
            `SQL` reads the same rows from the same file with as many clients, each with a connection and a prepared statement of its \
            own, without HTTP. Both share this machine's cores, so at full speed a time is mostly the wait for a core.

            Live: 1,000 clients of `/v1/live`, ten for each of 100 conversations, while 1,000 messages are published each second; the \
            time from a message to each of its ten clients, every one of which receives it once. Published and answered: from \
            `POST /v1/events` to the answer that contains the new session (`min-token`), while 1,000 other messages are published each \
            second.""";

    private static final int CONVERSATIONS = 1_000;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(1);
    private static final double PAGE_MILLIS = 10;
    private static final double SEARCH_MILLIS = 50;
    private static final double RATIO = 3;
    private static final double ANSWER_MILLIS = 250;

    @Override
    public Section run(Bench bench) {
        Size size = bench.size();
        long messages = size.devMessages();
        Load.Timing timing = new Load.Timing(START, SPAN.dividedBy(messages), Duration.ofMinutes(30));
        ReadResult result = ReadRound.run(
                bench.workspace().folder("reading"),
                new Load(messages, new ZipfPopularity(CONVERSATIONS), timing, size.seed()),
                Duration.ofSeconds(Math.max(1, size.seconds() / 4)),
                bench.workspace()::add,
                bench::say);
        Section section = new Section("Reading")
                .paragraph(String.format(
                        Locale.ROOT,
                        METHOD,
                        Figures.count(result.volume().distinct()),
                        Figures.count(result.volume().conversations())))
                .table(table(result));
        return section.targets(targets(result));
    }

    private static Table table(ReadResult result) {
        Table table = new Table("", "answers/s", "median", "p99", "SQL: answers/s", "SQL: p99", "p99 relative to SQL");
        for (Answered question : result.answered()) {
            table.row(
                    question.question(),
                    Figures.count(question.api().perSecond()),
                    millis(question.api().medianMillis()),
                    millis(question.api().p99Millis()),
                    Figures.count(question.sql().perSecond()),
                    millis(question.sql().p99Millis()),
                    Figures.decimal(question.ratio()) + " ×");
        }
        return table.row(
                        "live: published → client",
                        Figures.count(result.live().perSecond()),
                        millis(result.live().medianMillis()),
                        millis(result.live().p99Millis()),
                        "–",
                        "–",
                        "–")
                .row(
                        "published → session answered",
                        Figures.count(result.session().perSecond()),
                        millis(result.session().medianMillis()),
                        millis(result.session().p99Millis()),
                        "–",
                        "–",
                        "–");
    }

    private static List<Target> targets(ReadResult result) {
        List<Target> targets = new ArrayList<>();
        for (Answered question : result.answered()) {
            double bound = question.search() ? SEARCH_MILLIS : PAGE_MILLIS;
            targets.add(
                    Target.atMost(question.question() + ", p99", question.api().p99Millis(), bound, "ms"));
            targets.add(Target.atMost(question.question() + ", p99 relative to SQL", question.ratio(), RATIO, "×"));
        }
        targets.add(Target.atMost(
                "published → session answered, p99", result.session().p99Millis(), ANSWER_MILLIS, "ms"));
        return targets;
    }

    private static String millis(double value) {
        return Figures.decimal(value) + " ms";
    }
}
