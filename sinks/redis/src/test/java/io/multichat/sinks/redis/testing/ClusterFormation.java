package io.multichat.sinks.redis.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import redis.clients.jedis.Protocol;

/** Joins separate servers to a Cluster in which each has an equal share of the slots. */
final class ClusterFormation {
    private static final int SLOTS = 16_384;

    private ClusterFormation() {}

    /** Returns when all nodes agree that the Cluster is complete. */
    static void meet(List<TestRedis> nodes) {
        int count = nodes.size();
        for (int i = 0; i < count; i++) {
            List<String> slots = IntStream.range(i * SLOTS / count, (i + 1) * SLOTS / count)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.toCollection(ArrayList::new));
            slots.add(0, "ADDSLOTS");
            cluster(nodes.get(i), slots.toArray(String[]::new));
            cluster(nodes.get(i), "SET-CONFIG-EPOCH", "" + (i + 1));
            cluster(nodes.get(i), "MEET", "127.0.0.1", "" + nodes.get(0).port());
        }
        Awaitility.await().until(() -> nodes.stream().allMatch(node -> isReady(node, count)));
    }

    private static boolean isReady(TestRedis node, int count) {
        String info = new String((byte[]) cluster(node, "INFO"), StandardCharsets.UTF_8);
        return info.contains("cluster_state:ok") && info.contains("cluster_size:" + count);
    }

    private static Object cluster(TestRedis node, String... arguments) {
        return node.administer(Protocol.Command.CLUSTER, arguments);
    }
}
