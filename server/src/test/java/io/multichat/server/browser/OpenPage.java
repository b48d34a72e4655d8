package io.multichat.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A tab of its own for each test; the server over the sample chat and the browser are shared by all tests of a run. A test fails if the page throws an error or breaks its content security policy. */
final class OpenPage implements BeforeEachCallback, AfterEachCallback {
    /** A failed request is an answer like another; the page shows it. */
    private static final String FAILED_REQUEST = "Failed to load resource";

    private final List<String> errors = new ArrayList<>();
    private final int width;
    private final ColorScheme scheme;
    private BrowserServer shared;
    private BrowserContext context;
    private Page page;

    /** A wide and light screen. */
    OpenPage() {
        this(1280, ColorScheme.LIGHT);
    }

    OpenPage(int width, ColorScheme scheme) {
        this.width = width;
        this.scheme = scheme;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        shared = test.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(BrowserServer.class, absent -> start(), BrowserServer.class);
        context = shared.browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith(FAILED_REQUEST)) {
                errors.add(message.text());
            }
        });
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (context != null) {
            context.close();
            assertThat(errors).as("errors of the page").isEmpty();
        }
    }

    /** Opens an address of the page, which begins with {@code #}, and returns the tab. */
    Page open(String hash) {
        page.navigate(shared.server.uri() + "/" + hash);
        return page;
    }

    /** The shared server and browser. */
    BrowserServer shared() {
        return shared;
    }

    /** The tab. */
    Page page() {
        return page;
    }

    /** The message with an id. */
    Locator message(String id) {
        return page.locator(".message[data-id='" + id + "']");
    }

    private static BrowserServer start() {
        try {
            return new BrowserServer(SampleChat::fill);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
