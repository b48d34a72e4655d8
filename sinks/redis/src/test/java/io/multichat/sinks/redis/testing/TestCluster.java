package io.multichat.sinks.redis.testing;

import io.multichat.sinks.redis.settings.EndpointKeys;
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

    public TestRedis node(int number) {
        return nodes.get(number);
    }

    public Map<String, String> properties() {
        return Map.of(
                EndpointKeys.URI,
                nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(",", "redis://", "")),
                EndpointKeys.MODE,
                "cluster");
    }

    public RedisSettings settings(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(properties());
        all.putAll(changed);
        return RedisSettings.of(all);
    }

    /** Begins to move a slot and moves its keys; until it is {@link #finishMove finished}, both nodes refer to each other. */
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
