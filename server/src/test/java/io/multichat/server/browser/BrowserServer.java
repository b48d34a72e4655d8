package io.multichat.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.multichat.server.live.LiveLog;
import io.multichat.server.testing.RunningServer;
import io.multichat.sinks.core.testing.RequiredTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A server over a file, and a browser. */
final class BrowserServer implements AutoCloseable {
    /** The log of the events that tests publish live. */
    static final LiveLog TRANSCRIPT = new LiveLog(false, 0);

    /** Assertions wait this long; a busy machine is slow. */
    private static final double PATIENCE_MS = 20_000;

    private static final List<Path> CHROMIUM = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    final RunningServer server;
    final Browser browser;
    private final Playwright playwright;
    private final Path folder;

    /** @param content fills the file */
    BrowserServer(Consumer<Path> content) throws IOException {
        Optional<Path> chromium = CHROMIUM.stream().filter(Files::isExecutable).findFirst();
        RequiredTests.TESTS_REQUIRE_CHROMIUM.require(
                chromium.isPresent(), "the browser tests need Chromium (Debian's package chromium)");
        folder = Files.createTempDirectory("browser-test");
        Path file = folder.resolve("sessions.db");
        content.accept(file);
        server = RunningServer.on(file);
        server.live.start(TRANSCRIPT, 0, 0, 1);
        server.live.start(new LiveLog(true, 0), 0, 0, 1);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        // Debian's browser is used, so nothing is downloaded.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(List.of("--no-sandbox")));
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
