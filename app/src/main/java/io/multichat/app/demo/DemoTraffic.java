package io.multichat.app.demo;

import io.multichat.events.ChatEvent;
import io.multichat.events.publish.ChatPublisher;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generates chat on several platforms. It first publishes a few conversations that ended some hours ago, so that closed
 * sessions appear within seconds, and then new messages at a constant rate until it is closed. It runs on its own thread.
 */
public final class DemoTraffic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoTraffic.class);
    private static final long CLOSE_SECONDS = 10;

    private final ChatPublisher publisher;
    private final double perSecond;
    private final DemoScript script;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;

    private DemoTraffic(ChatPublisher publisher, double perSecond, Random random) {
        this.publisher = publisher;
        this.perSecond = perSecond;
        this.script = new DemoScript(random);
    }

    /**
     * Starts publishing.
     *
     * @param publisher closed with the traffic
     * @param perSecond events per second, greater than 0
     */
    public static DemoTraffic start(ChatPublisher publisher, double perSecond) {
        return start(publisher, perSecond, new Random());
    }

    /** Like {@link #start(ChatPublisher, double)}; the same seed gives the same conversations at different times. */
    static DemoTraffic start(ChatPublisher publisher, double perSecond, Random random) {
        DemoTraffic traffic = new DemoTraffic(publisher, perSecond, random);
        Thread thread = new Thread(traffic::run, "demo-traffic");
        thread.setDaemon(true);
        thread.start();
        return traffic;
    }

    /** Stops and waits until all generated events are published. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!ended.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("demo traffic did not stop within {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (publisher) {
            script.past(Instant.now()).forEach(this::publish);
            long interval = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
            long next = System.nanoTime();
            while (!closed) {
                long wait = next - System.nanoTime();
                if (wait > 0) {
                    LockSupport.parkNanos(Math.min(wait, TimeUnit.MILLISECONDS.toNanos(100)));
                } else {
                    publish(script.next(Instant.now()));
                    next += interval;
                }
            }
        } catch (KafkaException e) {
            LOG.error("demo traffic stops because events can no longer be published", e);
        } finally {
            ended.countDown();
        }
    }

    private void publish(ChatEvent event) {
        publisher.publish(event, (place, problem) -> {
            if (problem != null && !closed) {
                LOG.warn("demo event not published: {}", problem.getMessage());
            }
        });
    }
}
