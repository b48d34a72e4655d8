package io.multichat.formats.chatgpt;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.formats.json.JsonFields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tree of a conversation's turns: a question that was edited and an answer that was regenerated are siblings of the first one.
 * Only parents are used, because some exports have no lists of children.
 */
final class TurnTree {
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, JsonNode> nodes = new LinkedHashMap<>();

    TurnTree(JsonNode mapping) {
        mapping.properties().forEach(entry -> nodes.put(entry.getKey(), entry.getValue()));
        nodes.forEach((id, node) -> {
            String parent =
                    JsonFields.text(node, "parent").filter(nodes::containsKey).orElse("");
            parents.put(id, parent);
            children.computeIfAbsent(parent, key -> new ArrayList<>()).add(id);
        });
        nodes.forEach((id, node) -> order(node, children.getOrDefault(id, List.of())));
    }

    /** The number of all nodes. */
    int size() {
        return nodes.size();
    }

    /** The ids of all nodes, each after its parent, branch by branch. Nodes whose parents form a circle are not in it. */
    List<String> inOrder() {
        List<String> order = new ArrayList<>(nodes.size());
        Deque<String> next = new ArrayDeque<>(children.getOrDefault("", List.of()));
        while (!next.isEmpty()) {
            String id = next.pop();
            order.add(id);
            List<String> below = children.getOrDefault(id, List.of());
            for (int i = below.size() - 1; i >= 0; i--) {
                next.push(below.get(i));
            }
        }
        return order;
    }

    /** The ids from a node up to the root. Without that node, the last child of each node is the one that was shown. */
    Set<String> shown(Optional<String> current) {
        Set<String> path = new HashSet<>();
        if (current.filter(nodes::containsKey).isEmpty()) {
            List<String> below = children.getOrDefault("", List.of());
            while (!below.isEmpty()) {
                String last = below.get(below.size() - 1);
                path.add(last);
                below = children.getOrDefault(last, List.of());
            }
            return path;
        }
        String id = current.get();
        while (!id.isEmpty() && path.add(id)) {
            id = parents.get(id);
        }
        return path;
    }

    /** The content of a node. */
    JsonNode node(String id) {
        return nodes.get(id);
    }

    /** The id of the parent; empty for a root. */
    String parent(String id) {
        return parents.get(id);
    }

    /** The order of siblings is that of their parent's list, if it has one. */
    private static void order(JsonNode node, List<String> siblings) {
        List<String> listed = new ArrayList<>();
        node.path("children").forEach(child -> listed.add(child.asText()));
        if (siblings.size() > 1) {
            Map<String, Integer> places = new HashMap<>();
            listed.forEach(id -> places.putIfAbsent(id, places.size()));
            siblings.sort((a, b) -> Integer.compare(
                    places.getOrDefault(a, Integer.MAX_VALUE), places.getOrDefault(b, Integer.MAX_VALUE)));
        }
    }
}
