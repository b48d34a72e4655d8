package io.multichat.events.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path EXAMPLE = Path.of("src/test/java/io/multichat/events/publish/ReadmeExample.java");

    @Test
    void theSnippetIsCompiledCode() throws IOException {
        List<String> snippets = find("(?s)```java\n(.*?)```");

        assertThat(snippets).hasSize(1);
        assertThat(words(Files.readString(EXAMPLE))).contains(words(snippets.get(0)));
    }

    @Test
    void everyLinkPointsToAFile() throws IOException {
        List<String> links = find("]\\(([^)]+)\\)");

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Path.of(link)).exists());
    }

    private static List<String> find(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(README))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
