package io.multichat.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PopularityTest {
    private static final int DRAWS = 20_000;

    @Property(tries = 50)
    void theFirstOfZipfIsTwiceAsBusyAsTheSecondAndAllAreInRange(
            @ForAll @IntRange(min = 2, max = 5_000) int conversations, @ForAll long seed) {
        int[] drawn = draw(new ZipfPopularity(conversations), seed);

        double harmonic = 0;
        for (int k = 1; k <= conversations; k++) {
            harmonic += 1.0 / k;
        }
        assertThat((double) drawn[0] / DRAWS).isCloseTo(1 / harmonic, within(0.02));
        assertThat((double) drawn[1] / DRAWS).isCloseTo(0.5 / harmonic, within(0.02));
    }

    @Property(tries = 50)
    void evenConversationsAreEquallyBusy(@ForAll @IntRange(min = 1, max = 20) int conversations, @ForAll long seed) {
        int[] drawn = draw(new EvenPopularity(conversations), seed);

        for (int count : drawn) {
            assertThat((double) count / DRAWS).isCloseTo(1.0 / conversations, within(0.02));
        }
    }

    /** How often each conversation was drawn; fails if the index is out of range. */
    private static int[] draw(Popularity popularity, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = new int[popularity.conversations()];
        for (int i = 0; i < DRAWS; i++) {
            drawn[popularity.next(random)]++;
        }
        return drawn;
    }
}
