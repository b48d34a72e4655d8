package io.multichat.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.ServerKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that demands an API key: the page asks for it once, keeps it in the tab, and sends it in a header only. */
class KeyPageTest {
    @RegisterExtension
    final OpenPage tab = new OpenPage();

    private RunningServer server;

    @BeforeEach
    void startServerWithKeys() {
        server = new RunningServer(ServerKeys.onePerScope(), id -> Optional.empty(), List.of());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void thePageAsksOnceAndNeverPutsTheKeyIntoAUrl() {
        Page page = tab.page();
        List<String> urls = new ArrayList<>();
        page.onRequest(request -> urls.add(request.url()));
        page.navigate(server.uri() + "/#/dead-letters");
        assertThat(page.locator(".key-dialog")).isVisible();
        enter("wrong");
        assertThat(page.locator(".key-dialog .error")).containsText("does not accept");

        enter("read");

        assertThat(page.locator(".letter")).hasCount(4);
        page.reload();
        assertThat(page.locator(".letter")).hasCount(4);
        assertThat(page.locator(".key-dialog")).hasCount(0);
        assertThat(urls).noneMatch(url -> url.matches(".*[?&#/=](wrong|read)\\b.*"));
        assertThat(page).hasURL(Pattern.compile(".*/#/dead-letters$"));
    }

    @Test
    void aKeyThatMayOnlyReadSeesNoWayToPublish() {
        Page page = tab.page();
        page.navigate(server.uri() + "/#/dead-letters");
        enter("read");
        page.locator(".letter summary").first().click();

        assertThat(page.locator(".letter .facts").first()).isVisible();
        assertThat(page.getByText("Publish again…")).hasCount(0);
    }

    private void enter(String key) {
        Page page = tab.page();
        page.locator("#key").fill(key);
        page.keyboard().press("Enter");
    }
}
