package io.multichat.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** JSON trees as a parser builds them, with each number in the smallest type that holds it. */
final class AnyTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AnyTree() {}

    static Arbitrary<ObjectNode> objects() {
        return Arbitraries.recursive(AnyTree::leaves, AnyTree::inner, 0, 3).map(node -> {
            ObjectNode object = NODES.objectNode();
            object.set("value", node);
            return object;
        });
    }

    /** Lists of parts, which are objects with a type. */
    static Arbitrary<ArrayNode> parts() {
        return Combinators.combine(objects(), AnyText.upTo(20))
                .as((part, type) -> part.put("type", type))
                .list()
                .ofMaxSize(3)
                .map(parts -> NODES.arrayNode().addAll(parts));
    }

    private static Arbitrary<JsonNode> leaves() {
        return Arbitraries.oneOf(
                AnyText.upTo(20).map(NODES::textNode),
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.longs()
                        .filter(number -> number != number.intValue())
                        .map(NODES::numberNode),
                Arbitraries.doubles().map(NODES::numberNode),
                Arbitraries.bigIntegers()
                        .between(BigInteger.TEN.pow(20), BigInteger.TEN.pow(300))
                        .map(NODES::numberNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.of(NODES.nullNode()));
    }

    private static Arbitrary<JsonNode> inner(Arbitrary<JsonNode> child) {
        return Arbitraries.oneOf(
                child.list().ofMaxSize(3).map(children -> NODES.arrayNode().addAll(children)),
                Arbitraries.maps(AnyText.upTo(10), child).ofMaxSize(3).map(AnyTree::object));
    }

    private static JsonNode object(Map<String, JsonNode> fields) {
        return NODES.objectNode().setAll(fields);
    }
}
