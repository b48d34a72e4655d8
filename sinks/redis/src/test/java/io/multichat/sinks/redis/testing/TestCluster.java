package io.multichat.sinks.redis.testing;

import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.settings.RedisSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redis.clients.jedis.Protocol;

/** A real Redis Cluster of three masters without replicas, each with a third of the slots. */
public final class TestCluster implements AutoCloseable {
    private final List<TestRedis> nodes = new ArrayList<>();

    /** Starts the nodes and waits until the Cluster is complete. */
    public static TestCluster start(Path folder) {
        TestCluster cluster = new TestCluster();
        for (int i = 0; i < 3; i++) {
            Path home = folder.resolve("node-" + i);
            try {
                Files.createDirectories(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            cluster.nodes.add(TestRedis.start("cluster-enabled yes", "dir " + home, "cluster-node-timeout 2000"));
        }
        ClusterFormation.meet(cluster.nodes);
        return cluster;
    }

    /** @param number 0 to 2 */
    public TestRedis node(int number) {
        return nodes.get(number);
    }

    /** The connection settings of a sink or reader. */
    public Map<String, String> properties() {
        return Map.of(
                EndpointConfig.URI,
                nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(",", "redis://", "")),
                EndpointConfig.MODE,
                "cluster");
    }

    /** Settings of a sink that writes to this Cluster, with some changed. */
    public RedisSettings settings(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(properties());
        all.putAll(changed);
        return RedisSettings.of(all);
    }

    /** Starts moving a slot and moves its keys; until {@link #finishMove}, each of the two nodes redirects to the other. */
    public void beginMove(int slot, int from, int to) {
        cluster(to, "SETSLOT", "" + slot, "IMPORTING", id(from));
        cluster(from, "SETSLOT", "" + slot, "MIGRATING", id(to));
        for (Object key : (List<?>) cluster(from, "GETKEYSINSLOT", "" + slot, "1000")) {
            nodes.get(from)
                    .administer(
                            Protocol.Command.MIGRATE,
                            "127.0.0.1",
                            "" + nodes.get(to).port(),
                            new String((byte[]) key, StandardCharsets.UTF_8),
                            "0",
                            "5000");
        }
    }

    /** Makes the new owner of a slot known to all nodes. */
    public void finishMove(int slot, int to) {
        for (int node = 0; node < nodes.size(); node++) {
            cluster(node, "SETSLOT", "" + slot, "NODE", id(to));
        }
    }

    @Override
    public void close() throws IOException {
        for (TestRedis node : nodes) {
            node.close();
        }
    }

    private String id(int node) {
        return new String((byte[]) cluster(node, "MYID"), StandardCharsets.UTF_8);
    }

    private Object cluster(int node, String... arguments) {
        return nodes.get(node).administer(Protocol.Command.CLUSTER, arguments);
    }
}
