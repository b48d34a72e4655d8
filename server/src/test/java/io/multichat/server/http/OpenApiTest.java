package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.server.live.LiveHub;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.testing.DocumentedApi;
import io.multichat.server.testing.HelloServer;
import io.multichat.server.testing.MemoryPublisher;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StartingTopology;
import io.multichat.server.tiers.StoreChain;
import io.multichat.server.tiers.Tiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The document and the routes describe the same paths and parameters. The other tests check the answers. */
class OpenApiTest {
    @RegisterExtension
    final HelloServer hello = new HelloServer();

    @Test
    void theDocumentIsServedWithoutAKey() throws Exception {
        JsonNode served = RunningServer.json(hello.get().get("/openapi.json"));

        assertThat(served.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(served).isEqualTo(DocumentedApi.document());
    }

    @Test
    void everyRouteIsDocumentedWithItsParameters() {
        QueryServer.Answerers answerers = new QueryServer.Answerers(
                Tiers.of(id -> Optional.empty(), new StoreChain(List.of(), Optional.empty()), () -> false),
                null,
                new MemoryPublisher(),
                new LiveHub(() -> {}),
                null,
                null,
                null,
                StartingTopology.answers(),
                List::of,
                null);
        Map<String, List<String>> routes = new TreeMap<>();
        AnswerMemory memory = new AnswerMemory("answers", 1 << 20, 1 << 10, 1, context -> {});
        for (Route route : Routes.of(Listener.plain(RunningServer.OPEN, 0), answerers, memory, memory)) {
            routes.put(
                    route.method().name() + " " + route.path(),
                    route.parameters().stream().sorted().toList());
        }

        assertThat(documented()).isEqualTo(routes);
    }

    private static Map<String, List<String>> documented() {
        Map<String, List<String>> documented = new TreeMap<>();
        DocumentedApi.document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> documented.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                queryParameters(operation.getValue()))));
        return documented;
    }

    private static List<String> queryParameters(JsonNode operation) {
        List<String> names = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        });
        return names.stream().sorted().toList();
    }
}
