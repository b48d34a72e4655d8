package io.multichat.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A session as a file and on the clipboard. */
class DownloadTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    final OpenPage tab = new OpenPage();

    @Test
    void aSessionIsSavedAsAPageThatLooksTheSame() throws Exception {
        Page page = session();

        Download download =
                page.waitForDownload(() -> page.getByText("Web page (HTML)").click());

        assertThat(download.suggestedFilename()).endsWith(".html");
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        Page saved = page.context().newPage();
        saved.navigate(file.toUri().toString());
        assertThat(saved.locator(".message")).hasCount(7);
        assertThat(saved.locator("pre").first()).hasText("$ mvn verify\nBUILD SUCCESS");
        assertThat(saved.locator(".sender").first()).hasCSS("font-weight", "650");
        assertThat(Files.readString(file)).doesNotContain("<script", "href=\"javascript");
    }

    @Test
    void aSessionIsCopiedAsMarkdown() {
        Page page = session();

        page.getByText("Copy as Markdown").click();

        assertThat(page.locator(".toast")).hasText("Session copied as Markdown");
        page.waitForFunction("async () => (await navigator.clipboard.readText()).includes('Good morning!')");
    }

    private Page session() {
        Page page = tab.open("#/s/" + SampleChat.sessionOf(SampleChat.TEAM));
        assertThat(tab.message("m6")).isVisible();
        page.getByText("Download").click();
        return page;
    }
}
