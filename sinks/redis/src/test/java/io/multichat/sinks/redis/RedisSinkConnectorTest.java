package io.multichat.sinks.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.core.testing.ConnectorSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;

class RedisSinkConnectorTest {
    @Test
    void aWorkerFindsTheConnectorAndItsTask() {
        SinkConnector found =
                ServiceLoader.load(SinkConnector.class).findFirst().orElseThrow();

        assertThat(found).isInstanceOf(RedisSinkConnector.class);
        assertThat(found.taskClass()).isEqualTo(RedisSinkTask.class);
        assertThat(found.version()).isNotEmpty();
    }

    @Test
    void everyTaskHasTheSettingsOfTheConnector() {
        RedisSinkConnector connector = new RedisSinkConnector();
        Map<String, String> properties = Map.of(EndpointKeys.URI, "redis://host", RedisSettings.TTL, "1h");
        connector.start(properties);

        assertThat(connector.taskConfigs(3)).isEqualTo(List.of(properties, properties, properties));
    }

    @Test
    void validationAsksRedis() throws IOException {
        TestRedis server = TestRedis.start();
        assertThat(problemsOf(server.uri())).isEmpty();

        server.close();

        assertThat(problemsOf(server.uri())).singleElement().asString().contains("away or busy");
    }

    private static List<String> problemsOf(String uri) {
        return ConnectorSettings.problems(
                new RedisSinkConnector(), ConnectorSettings.complete(Map.of(EndpointKeys.URI, uri)));
    }
}
