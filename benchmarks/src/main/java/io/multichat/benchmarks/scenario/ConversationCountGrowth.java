package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.report.Section;
import io.multichat.benchmarks.round.RoundResult;
import java.util.Locale;

/** The cost of a message as the number of conversations grows. */
final class ConversationCountGrowth implements Scenario {
    private static final String METHOD = """
            %s messages/s for %d s, written while they are read; conversations are chosen by Zipf's law. CPU per message is higher \
            than on a backlog, because records arrive in small batches.""";

    private static final double BOUND = 2;

    @Override
    public Section run(Bench bench) {
        long messages = (long) LiveTraffic.PER_SECOND * bench.size().seconds();
        Growth growth = new Growth("conversations to choose from");
        for (long conversations : Growth.steps(messages)) {
            RoundResult result = LiveTraffic.run(bench, (int) conversations);
            growth.add(conversations, result);
            bench.say(Figures.count((double) conversations) + " conversations", result);
        }
        return new Section("Cost of a message as conversations grow")
                .paragraph(String.format(
                        Locale.ROOT,
                        METHOD,
                        Figures.count(LiveTraffic.PER_SECOND),
                        bench.size().seconds()))
                .table(growth.table())
                .targets(growth.targets(BOUND));
    }
}
