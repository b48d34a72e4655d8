package io.multichat.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.server.live.LiveEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * A reader of a session of a million messages, for a long time. What it holds is asserted; how long it takes is in {@code target/page-endurance.txt}. Run by
 * {@code mvn verify -Ppage-endurance}; {@code -Dpage.live.minutes} (10) is how long live messages arrive.
 */
class PageEnduranceIT {
    private static final Path FIGURES = Path.of("target/page-endurance.txt");
    private static final Conversation HUGE = Conversation.of("irc", "#huge");
    private static final int MESSAGES = 1_000_000;
    private static final int WALK = 50_000;
    private static final int LIVE_PER_SECOND = 50;
    private static final Duration LIVE = Duration.ofMinutes(Long.getLong("page.live.minutes", 10));
    private static final long MOST_HEAP = 60_000_000;
    private static final int MOST_MESSAGES = 400;
    private static final int OPENINGS = 4;
    private static final AtomicLong PUBLISHED = new AtomicLong();

    /** Scrolls until the message with a number, or an earlier one, is there; fails if no earlier messages come for a while. */
    private static final String UPWARDS = "async (until) => {"
            + " const scroller = document.querySelector('.scroller');"
            + " const first = () => Number(document.querySelector('.message').dataset.id.slice(1));"
            + " let reached = first(); let end = Date.now() + 20000;"
            + " while (first() > until) {"
            + "  if (first() < reached) { reached = first(); end = Date.now() + 20000; }"
            + "  if (Date.now() > end) { throw new Error('nothing earlier than ' + reached + ' within 20 s'); }"
            + "  scroller.scrollTop -= 3000; await new Promise(requestAnimationFrame); } }";

    /** Where the first message on the screen is, in pixels, and which one it is. */
    private static final String READING =
            "() => { const top = document.querySelector('.scroller').getBoundingClientRect().top;"
                    + " const read = [...document.querySelectorAll('.message')].find((n) => n.getBoundingClientRect().top > top);"
                    + " return read.dataset.id + ' at ' + Math.round(read.getBoundingClientRect().top); }";

    @Test
    void aSessionOfAMillionMessagesIsReadForALongTime() throws Exception {
        try (BrowserServer server = new BrowserServer(PageEnduranceIT::fill)) {
            for (int attempt = 1; attempt <= OPENINGS; attempt++) {
                try (BrowserContext context = server.browser.newContext()) {
                    Page page = context.newPage();
                    long started = System.nanoTime();
                    open(server, page);
                    note("opening " + attempt + ": its end is shown after " + elapsedMs(started) + " ms");
                }
            }
            Page page = server.browser
                    .newContext(new Browser.NewContextOptions().setViewportSize(1280, 800))
                    .newPage();
            open(server, page);
            page.evaluate(WindowTest.COUNT);
            long started = System.nanoTime();
            page.evaluate(UPWARDS, MESSAGES - WALK);
            note(WALK + " messages upwards in " + elapsedMs(started) + " ms: " + held(page));

            String reading = (String) page.evaluate(READING);
            live(server, LIVE.dividedBy(2));
            assertThat(page.evaluate(READING)).as("the line that is read").isEqualTo(reading);
            note("live messages for " + LIVE.dividedBy(2) + " while further up: " + held(page));

            page.locator(".pill").click();
            assertThat(page.locator(".pill")).isHidden();
            live(server, LIVE.dividedBy(2));
            note("live messages for " + LIVE.dividedBy(2) + " at the end: " + held(page));
        }
    }

    private static void note(String figure) throws IOException {
        Files.writeString(FIGURES, figure + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void fill(Path path) {
        try (SeededFile file = new SeededFile(path)) {
            SampleChat.many(file, HUGE, MESSAGES);
        }
    }

    private static void open(BrowserServer server, Page page) {
        page.navigate(server.server.uri() + "/#/c/irc%2F%2523huge");
        assertThat(message(page, "n" + (MESSAGES - 1))).isInViewport();
    }

    private static Locator message(Page page, String id) {
        return page.locator(".message[data-id='" + id + "']");
    }

    private static long elapsedMs(long started) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    /** Publishes messages at a steady rate. */
    private static void live(BrowserServer server, Duration time) {
        long end = PUBLISHED.get() + time.toSeconds() * LIVE_PER_SECOND;
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            clock.scheduleAtFixedRate(
                    () -> publish(server, PUBLISHED.getAndIncrement()),
                    0,
                    TimeUnit.SECONDS.toMillis(1) / LIVE_PER_SECOND,
                    TimeUnit.MILLISECONDS);
            await().atMost(time.multipliedBy(2)).until(() -> PUBLISHED.get() >= end);
        } finally {
            clock.shutdownNow();
        }
    }

    private static void publish(BrowserServer server, long number) {
        long at = SampleChat.at(MESSAGES) + number;
        server.server.live.publish(LiveEvent.ofTranscript(
                BrowserServer.TRANSCRIPT,
                number,
                HUGE.key(),
                new Placement(Optional.of(SampleChat.sessionOf(HUGE)), at, number, EventType.MESSAGE_CREATED),
                SeededFile.message(HUGE, "l" + number, "person" + number % 7, at, "live message number " + number)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** The memory of the page after a garbage collection, bytes, and the greatest number of messages that it showed. */
    private static Held held(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("HeapProfiler.collectGarbage");
        long bytes = session.send("Runtime.getHeapUsage").get("usedSize").getAsLong();
        session.detach();
        Held held = new Held(bytes, (int) page.evaluate("window.most"));
        assertThat(held.bytes).isLessThanOrEqualTo(MOST_HEAP);
        assertThat(held.messages).isLessThanOrEqualTo(MOST_MESSAGES);
        return held;
    }

    private record Held(long bytes, int messages) {}
}
