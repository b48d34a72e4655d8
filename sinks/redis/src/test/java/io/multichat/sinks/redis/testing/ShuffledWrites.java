package io.multichat.sinks.redis.testing;

import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.write.RedisSinkStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Entries in a random order, in batches of one to four. */
public record ShuffledWrites(List<List<SinkEntry>> batches) {
    /** Shuffles the entries and splits them into batches. */
    public static ShuffledWrites of(List<SinkEntry> entries, Random random) {
        List<SinkEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        List<List<SinkEntry>> batches = new ArrayList<>();
        int from = 0;
        while (from < shuffled.size()) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(4));
            batches.add(shuffled.subList(from, to));
            from = to;
        }
        return new ShuffledWrites(batches);
    }

    /** Writes all batches with one store. */
    public void to(RedisSettings settings) {
        try (RedisSinkStore store = new RedisSinkStore(settings, () -> 0)) {
            batches.forEach(store::write);
        }
    }
}
