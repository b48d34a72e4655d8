package io.multichat.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.multichat.events.ChatEvent;
import io.multichat.events.codec.EventDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChatLoadTest {
    private static final int MESSAGES = 20_000;
    private static final Instant START = Instant.parse("2025-06-01T12:00:00Z");
    private static final Duration GAP = Duration.ofMinutes(30);
    private static final Load.Timing TIMING = new Load.Timing(START, Duration.ofMillis(50), GAP);
    private static final Popularity CONVERSATIONS = new ZipfPopularity(1_000);

    private final EventDecoder decoder = new EventDecoder();

    @Test
    void theSameLoadGivesTheSameBytes() {
        List<Generated> once = generate(1);
        List<Generated> again = generate(1);

        assertThat(texts(again)).isEqualTo(texts(once));
    }

    @Test
    void loadsOfDifferentSeedsHaveNoMessageInCommon() {
        Set<String> ids = ids(generate(1));
        Set<String> others = ids(generate(2));

        assertThat(Collections.disjoint(ids, others)).isTrue();
    }

    @Test
    void everyRecordIsAnEventUnderTheKeyOfItsConversation() {
        assertThat(generate(1))
                .allSatisfy(record -> assertThat(
                                decoder.decode(record.value()).conversation().key())
                        .isEqualTo(new String(record.key(), StandardCharsets.US_ASCII)));
    }

    @Test
    void valuesAreAsLongAsRealChatMessages() {
        List<Integer> lengths = generate(1).stream()
                .map(record -> record.value().length)
                .sorted()
                .toList();

        assertThat(lengths.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isCloseTo(270, within(15.0));
        assertThat(lengths.get(MESSAGES / 100)).isLessThan(220);
        assertThat(lengths.get(MESSAGES - MESSAGES / 100)).isGreaterThan(500);
    }

    @Test
    void onePercentIsSentTwiceAndTheVolumeIncludesIt() {
        ChatLoad load = new ChatLoad(new Load(MESSAGES, CONVERSATIONS, TIMING, 1));
        List<Generated> records = new ArrayList<>();
        load.forEachRemaining(records::add);

        Volume volume = load.volume();

        assertThat(volume.records()).isEqualTo(records.size()).isEqualTo(MESSAGES);
        assertThat(volume.distinct()).isEqualTo(ids(records).size());
        assertThat(volume.distinctBytes())
                .isEqualTo(new HashSet<>(texts(records))
                        .stream()
                                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                                .sum());
        assertThat(1 - (double) volume.distinct() / MESSAGES).isCloseTo(ChatLoad.DUPLICATES, within(0.003));
    }

    @Test
    void twoPercentAreLateAndATenthOfThoseByMoreThanTheGap() {
        Load.Timing frozen = new Load.Timing(START, Duration.ZERO, GAP);
        ChatLoad load = new ChatLoad(new Load(MESSAGES, CONVERSATIONS, frozen, 1));
        List<Long> delays = new ArrayList<>();
        load.forEachRemaining(
                record -> delays.add(START.toEpochMilli() - event(record).at()));

        long late = delays.stream().filter(delay -> delay > 0).count();
        long overGap = delays.stream().filter(delay -> delay >= GAP.toMillis()).count();

        assertThat((double) late / MESSAGES).isCloseTo(Delays.LATE, within(0.004));
        assertThat((double) overGap / late).isCloseTo(0.1, within(0.05));
        assertThat(delays).allMatch(delay -> delay == 0 || delay >= 1_000 && delay < 2 * GAP.toMillis());
    }

    private ChatEvent event(Generated record) {
        return decoder.decode(record.value());
    }

    private Set<String> ids(List<Generated> records) {
        return records.stream()
                .map(record -> event(record).messageId().orElseThrow())
                .collect(Collectors.toSet());
    }

    private static List<String> texts(List<Generated> records) {
        return records.stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<Generated> generate(long seed) {
        List<Generated> records = new ArrayList<>();
        new ChatLoad(new Load(MESSAGES, CONVERSATIONS, TIMING, seed)).forEachRemaining(records::add);
        return records;
    }
}
