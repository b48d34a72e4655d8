package io.multichat.benchmarks.load;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.events.codec.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * Generates the records of a {@link Load}: about 270 bytes each, 2 % out of order, 1 % sent twice. Used by one thread.
 */
public final class ChatLoad implements Iterator<Generated> {
    static final double DUPLICATES = 0.01;
    /** A duplicate repeats one of the last messages, of which this many are remembered. */
    private static final int REMEMBERED = 8_192;

    private static final String[] PLATFORMS = {"slack", "discord", "telegram", "irc"};
    /** All names have the same length: a store that scans the neighbours of a key would pay for common prefixes. */
    private static final int FIRST_CHANNEL = 1_000_000;

    private static final int MEMBERS = 200;
    private static final int SKEW = 3;
    private static final long FIRST_ID = 1_000_000_000_000_000_000L;
    /** Loads with different seeds have no message in common. */
    private static final long IDS_PER_SEED = 1_000_000_000_000L;

    private final Load load;
    private final SplittableRandom random;
    private final ChatTexts texts;
    private final Delays delays;
    private final EventEncoder encoder = new EventEncoder();
    private final Generated[] last = new Generated[REMEMBERED];
    private final BitSet conversations = new BitSet();
    private long records;
    private long distinct;
    private long distinctBytes;

    public ChatLoad(Load load) {
        this.load = load;
        this.random = new SplittableRandom(load.seed());
        this.texts = new ChatTexts(random);
        this.delays = new Delays(load.timing().overGap());
    }

    @Override
    public boolean hasNext() {
        return records < load.messages();
    }

    @Override
    public Generated next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        records++;
        if (distinct > 0 && random.nextDouble() < DUPLICATES) {
            return last[random.nextInt((int) Math.min(distinct, REMEMBERED))];
        }
        Generated message = message();
        last[(int) (distinct % REMEMBERED)] = message;
        distinct++;
        distinctBytes += message.value().length;
        return message;
    }

    /** The volume generated so far. */
    public Volume volume() {
        return new Volume(records, distinct, distinctBytes, conversations.cardinality());
    }

    private Generated message() {
        int number = load.popularity().next(random);
        conversations.set(number);
        Conversation conversation =
                Conversation.of(PLATFORMS[number % PLATFORMS.length], "channel-" + (FIRST_CHANNEL + number));
        ChatEvent event = ChatEvent.message(
                conversation,
                Long.toString(FIRST_ID + load.seed() * IDS_PER_SEED + records),
                Sender.user("user-" + number % MEMBERS + "-" + member()),
                sentAt(),
                texts.next(random));
        return new Generated(conversation.key().getBytes(StandardCharsets.US_ASCII), encoder.encode(event), event.at());
    }

    /** A few members write most messages: an eighth of them writes half, and a sixty-fourth writes a quarter. */
    private int member() {
        return (int) (MEMBERS * Math.pow(random.nextDouble(), SKEW));
    }

    private Instant sentAt() {
        Load.Timing timing = load.timing();
        long passed = timing.perMessage().toNanos() * (records - 1);
        return timing.start().plusNanos(passed).minusMillis(delays.next(random));
    }
}
