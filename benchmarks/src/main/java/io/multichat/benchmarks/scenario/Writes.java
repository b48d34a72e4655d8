package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.competitor.CompetitorReport;
import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.report.Section;
import io.multichat.benchmarks.report.Table;
import io.multichat.benchmarks.report.Target;
import io.multichat.benchmarks.round.RoundResult;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The bytes that the topology writes for each byte that it accepts, by topic. */
final class Writes implements Scenario {
    private static final String METHOD = """
            %s messages/s for %d s in %s conversations (Zipf), written while they are read: %s messages, %s of them accepted, \
            whose values have %s bytes on average; the log of the input topic has %s bytes for each accepted message.""";

    private static final int CONVERSATIONS = 10_000;
    private static final double BOUND = 2;

    @Override
    public Section run(Bench bench) {
        RoundResult result = LiveTraffic.run(bench, CONVERSATIONS);
        bench.say("live traffic", result);
        double ofLog = (double) result.bytesWritten() / result.input().logBytes();
        return new Section("Bytes written")
                .paragraph(String.format(
                        Locale.ROOT,
                        METHOD,
                        Figures.count(LiveTraffic.PER_SECOND),
                        bench.size().seconds(),
                        Figures.count(result.input().volume().conversations()),
                        Figures.count(result.input().volume().records()),
                        Figures.count(result.input().volume().distinct()),
                        Figures.count(result.input().volume().meanBytes()),
                        Figures.count(perMessage(result, result.input().logBytes()))))
                .table(table(result))
                .targets(List.of(
                        Target.atMost(
                                "bytes written per byte of the values of accepted messages",
                                result.amplification(),
                                BOUND,
                                "×"),
                        Target.atLeast("processed", result.perSecond(), LiveTraffic.KEPT_UP, "messages/s")))
                .paragraph(
                        "Relative to the bytes of the input topic's log: " + Figures.decimal(ofLog)
                                + " ×. Announcements, sent once a second, cost more per message when fewer messages are processed.");
    }

    private static Table table(RoundResult result) {
        Table table = new Table("topic", "records per message", "bytes per message", "per byte of event");
        new TreeMap<>(result.outcome().sent())
                .forEach((topic, sent) -> row(table, result, shortName(result, topic), sent));
        long markers = result.markers();
        row(
                table,
                result,
                "transaction markers",
                new CompetitorReport.Sent(markers, markers * RoundResult.MARKER_BYTES));
        long records = result.outcome().sent().values().stream()
                .mapToLong(CompetitorReport.Sent::records)
                .sum();
        row(table, result, "all", new CompetitorReport.Sent(records + markers, result.bytesWritten()));
        return table;
    }

    private static void row(Table table, RoundResult result, String name, CompetitorReport.Sent sent) {
        table.row(
                name,
                String.format(Locale.ROOT, "%.3f", perMessage(result, sent.records())),
                String.format(Locale.ROOT, "%.1f", perMessage(result, sent.bytes())),
                Figures.decimal((double) sent.bytes() / result.input().volume().distinctBytes()));
    }

    private static double perMessage(RoundResult result, long all) {
        return (double) all / result.input().volume().distinct();
    }

    /** The topic without the application id, which differs in every run. */
    private static String shortName(RoundResult result, String topic) {
        String prefix = result.assignment().applicationId() + "-";
        return topic.startsWith(prefix) ? topic.substring(prefix.length()) : topic;
    }
}
