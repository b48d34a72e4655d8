package io.multichat.app.system;

import io.multichat.app.data.DataLayout;
import io.multichat.app.embedded.connect.EmbeddedConnect;
import io.multichat.app.embedded.redis.DevRedis;
import io.multichat.app.run.SinkConnectors;
import io.multichat.app.run.Stores;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.streams.StreamsProperties;
import io.multichat.app.streams.StreamsRunner;
import io.multichat.jobs.client.KafkaAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;

/**
 * Everything except the broker, in this process: topics, topology, Redis, and the sinks from the installation's plugins.
 *
 * @param streams the topology
 * @param redis the hot store
 * @param connect the worker with the three sinks
 */
record Pipeline(StreamsRunner streams, DevRedis redis, EmbeddedConnect connect) implements AutoCloseable {
    /** Starts the pipeline on a broker without topics. */
    static Pipeline start(KafkaAccess kafka, Settings settings, DataLayout layout) {
        DeploymentSettings.topics(kafka, settings).run().requireUsable();
        DevRedis redis = DevRedis.start(layout.redis(), freePort());
        StreamsRunner streams =
                StreamsRunner.start(new StreamsProperties(kafka, settings, layout.state(), Optional.empty()));
        EmbeddedConnect connect = EmbeddedConnect.start(
                kafka.bootstrapServers(), Installed.HOME.resolve("plugins"), layout.connectOffsets());
        Stores stores = new Stores(Map.of("redis.uri", redis.uri().toString()), layout.sessions(), layout.archive());
        new SinkConnectors(stores, settings).configurations().forEach(connect::create);
        return new Pipeline(streams, redis, connect);
    }

    @Override
    public void close() {
        connect.close();
        streams.close();
        redis.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
