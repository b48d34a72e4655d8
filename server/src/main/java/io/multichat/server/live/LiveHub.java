package io.multichat.server.live;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Passes live events on to clients. One reader publishes; clients subscribe and continue from a position while it is in the buffer. Every
 * block has an id with the position after it, heartbeats too, so that a client of a quiet conversation can continue. Thread-safe.
 */
public final class LiveHub {
    /** The largest number of clients. */
    public static final int MAX_CLIENTS = 5_000;

    private final Runnable reader;
    private final LiveBuffer buffer = new LiveBuffer();
    private final StreamBlocks blocks = new StreamBlocks(LiveMemory.ofHeap());
    private final Subscribers subscribers = new Subscribers();
    private int partitions = 1;

    /** @param reader returns once the topics are being read, or throws; called for each client */
    public LiveHub(Runnable reader) {
        this.reader = reader;
    }

    /** The number of clients. */
    public synchronized int clients() {
        subscribers.removeClosed();
        return subscribers.size();
    }

    /** Returns once the topics are being read; throws what the reader throws. Call before {@link #subscribe}. */
    public void awaitReader() {
        reader.run();
    }

    /**
     * A log is read from an offset on. A reader that begins again may repeat events; if it had to skip some, clients are told to load again.
     *
     * @param from the first offset that is read
     * @param end the next offset that will be written
     * @param count the number of partitions of each topic
     */
    public synchronized void start(LiveLog log, long from, long end, int count) {
        partitions = count;
        if (buffer.start(log, from, end)) {
            LivePosition now = buffer.position();
            LiveBlock block = blocks.reset(now);
            subscribers.forEach(output -> output.send(block));
            subscribers.beginAt(now);
        }
    }

    /** Passes an event on. */
    public synchronized void publish(LiveEvent event) {
        if (!buffer.add(event)) {
            return;
        }
        List<LiveOutput> receivers = subscribers.of(event);
        if (!receivers.isEmpty()) {
            LiveBlock block = blocks.event(event, buffer.position());
            receivers.forEach(receiver -> receiver.send(block));
        }
    }

    /**
     * Adds a client.
     *
     * @param after where it continues; empty to begin now
     * @return false if there are too many
     */
    public synchronized boolean subscribe(LiveFilter filter, Optional<LivePosition> after, LiveOutput output) {
        subscribers.removeClosed();
        if (subscribers.size() >= MAX_CLIENTS) {
            return false;
        }
        begin(filter, after, output);
        return true;
    }

    /** Shows every client, and everything between, that the connection lives. */
    public synchronized void heartbeat() {
        subscribers.removeClosed();
        LiveBlock block = blocks.heartbeat(buffer.position());
        subscribers.forEach(output -> output.send(block));
    }

    /** Ends all streams. */
    public synchronized void close() {
        subscribers.forEach(LiveOutput::end);
        subscribers.removeClosed();
    }

    private void begin(LiveFilter filter, Optional<LivePosition> after, LiveOutput output) {
        LivePosition now = buffer.position();
        Optional<List<LiveEvent>> missed =
                after.isEmpty() ? Optional.of(List.of()) : buffer.missed(after.get(), filter, partitions);
        LivePosition from = missed.isPresent() ? after.orElse(now) : now;
        if (missed.isEmpty()) {
            output.send(blocks.reset(now));
        }
        output.send(blocks.beginning(from));
        // The id of a repeated event covers what was repeated; a client that is interrupted continues there.
        TreeMap<LiveLog, Long> passed = new TreeMap<>(from.next());
        for (LiveEvent event : missed.orElse(List.of())) {
            passed.put(event.log(), event.offset() + 1);
            output.send(blocks.event(event, new LivePosition(passed)));
        }
        subscribers.add(filter, output, from);
    }
}
