package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The shipped dashboard and alert rules use only metrics that the documentation lists. */
class MonitoringFilesTest {
    private static final Path MONITORING = Path.of("..", "docker", "monitoring");
    private static final Pattern METRIC = Pattern.compile("\\b(?:multichat|disk)_[a-z_]+");
    private static final Pattern SUFFIX = Pattern.compile("_(?:bucket|sum|count)$");

    @Test
    void alertsUseDocumentedMetrics() throws IOException {
        assertThat(documented()).containsAll(metrics(Files.readString(MONITORING.resolve("alerts.yml"))));
    }

    @Test
    void everyPanelOfTheDashboardUsesDocumentedMetrics() throws IOException {
        JsonNode dashboard = new JsonMapper()
                .readTree(
                        MONITORING.resolve("grafana/dashboards/multichat.json").toFile());
        Set<String> used = new TreeSet<>();
        for (JsonNode expression : dashboard.findValues("expr")) {
            used.addAll(metrics(expression.asText()));
        }

        assertThat(used).hasSizeGreaterThan(10);
        assertThat(documented()).containsAll(used);
    }

    private static Set<String> documented() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "security.md"));
        Set<String> names = metrics(text);
        // The table abbreviates what follows the first name of a group.
        Matcher rest = Pattern.compile("`…(_[a-z_]+)`").matcher(text);
        while (rest.find()) {
            names.add("multichat_topology" + rest.group(1));
        }
        return names;
    }

    private static Set<String> metrics(String text) {
        Set<String> names = new TreeSet<>();
        Matcher metric = METRIC.matcher(text);
        while (metric.find()) {
            names.add(SUFFIX.matcher(metric.group()).replaceFirst(""));
        }
        return names;
    }
}
