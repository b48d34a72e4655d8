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
 * Generates chat on several platforms. It begins with a few conversations that ended some hours ago, so that there are closed
 * sessions in seconds, and goes on with new messages at an even rate until it is closed. It works on a thread of its own.
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
     * Starts to publish.
     *
     * @param publisher closed with the traffic
     * @param perSecond events per second, greater than 0
     */
    public static DemoTraffic start(ChatPublisher publisher, double perSecond) {
        return start(publisher, perSecond, new Random());
    }

    /** As {@link #start(ChatPublisher, double)}; the same random numbers tell the same stories, at other times. */
    static DemoTraffic start(ChatPublisher publisher, double perSecond, Random random) {
        DemoTraffic traffic = new DemoTraffic(publisher, perSecond, random);
        Thread thread = new Thread(traffic::run, "demo-traffic");
        thread.setDaemon(true);
        thread.start();
        return traffic;
    }

    /** Stops, and waits until what was generated is published. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!ended.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the generated traffic did not end within {} s", CLOSE_SECONDS);
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
            LOG.error("the generated traffic ends, since nothing can be published any more", e);
        } finally {
            ended.countDown();
        }
    }

    private void publish(ChatEvent event) {
        publisher.publish(event, (place, problem) -> {
            if (problem != null && !closed) {
                LOG.warn("a generated event was not published: {}", problem.getMessage());
            }
        });
    }
}
