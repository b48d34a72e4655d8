package io.multichat.sinks.archive.compact;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.archive.segment.SegmentFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How much is rewritten, and how many files a day keeps. */
class MergePlanTest {
    private static final MergePlan PLAN = new MergePlan(1_000, Set.of());

    @Test
    void filesOfEqualSizeBecomeOne() {
        assertThat(PLAN.of(List.of(file(0, 10), file(1, 10), file(2, 10)))).hasSize(1);
    }

    @Test
    void aLargeFileIsNotRewrittenForAFewLines() {
        assertThat(PLAN.of(List.of(file(0, 500), file(1, 10)))).isEmpty();
        assertThat(PLAN.of(List.of(file(0, 500), file(1, 10), file(2, 10))))
                .containsExactly(List.of(file(1, 10), file(2, 10)));
    }

    @Test
    void noFileGrowsFarBeyondTheTarget() {
        List<SegmentFile> day = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            day.add(file(i, 90));
        }

        List<List<SegmentFile>> groups = PLAN.of(day);

        assertThat(groups).hasSize(3);
        assertThat(groups).allSatisfy(group -> assertThat(size(group)).isLessThan(2_000));
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(day);
    }

    @Property(tries = 100)
    void compactingAtAnyTimeRewritesEachByteALogarithmicNumberOfTimes(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 300) int commits) {
        List<SegmentFile> day = new ArrayList<>();
        long written = 0;
        long total = 0;
        MergePlan plan = new MergePlan(Long.MAX_VALUE, Set.of());
        for (int i = 0; i < commits; i++) {
            day.add(file(i, 1 + random.nextInt(100)));
            total = size(day);
            for (List<SegmentFile> group : random.nextInt(3) == 0 ? plan.of(day) : List.<List<SegmentFile>>of()) {
                day.removeAll(group);
                day.add(file(group.get(0).firstOffset(), size(group)));
                written += size(group);
            }
        }
        double doublings = Math.log(total) / Math.log(2) + 1;

        assertThat(written).isLessThanOrEqualTo((long) (total * doublings));
        plan.of(day).forEach(group -> {
            day.removeAll(group);
            day.add(file(group.get(0).firstOffset(), size(group)));
        });
        assertThat((double) day.size()).isLessThanOrEqualTo(doublings);
    }

    private static long size(List<SegmentFile> files) {
        return files.stream().mapToLong(SegmentFile::bytes).sum();
    }

    private static SegmentFile file(long offset, long bytes) {
        return new SegmentFile("transcript/date=2024-01-01/" + offset, 1, bytes, 0, 0, 0, 0, offset, offset, "");
    }
}
