package io.multichat.server.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.multichat.server.resource.OpenApiResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks answers against {@code openapi.json}: their status, content type and body. A member that the document does not name is an error
 * here, although clients must ignore it.
 */
public final class DocumentedApi {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();
    private static final JsonNode DOCUMENT = load();
    private static final Map<JsonNode, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private DocumentedApi() {}

    /** The document. */
    public static JsonNode document() {
        return DOCUMENT;
    }

    /** Fails if the document does not describe this answer. Paths that do not exist must have a problem document. */
    public static void require(String method, String pathAndQuery, HttpResponse<byte[]> response) throws IOException {
        String path = pathAndQuery.split("\\?")[0];
        JsonNode responses = operation(method, path).path("responses");
        JsonNode documented = responses.path(Integer.toString(response.statusCode()));
        JsonNode answer = documented.isMissingNode() ? DOCUMENT.at("/paths/~1livez/get/responses/default") : documented;
        if (documented.isMissingNode() && response.statusCode() < 400) {
            throw new AssertionError(method + " " + path + " answers " + response.statusCode());
        }
        if (!answer.has("content")
                || response.headers().firstValue("Content-Encoding").isPresent()) {
            return;
        }
        String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
        JsonNode schema = answer.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            throw new AssertionError(method + " " + path + " answers " + response.statusCode() + " as " + type);
        }
        if (!type.matches("application/(problem\\+)?json")) {
            return;
        }
        List<Error> errors =
                SCHEMAS.computeIfAbsent(schema, DocumentedApi::compiled).validate(JSON.readTree(response.body()));
        if (!errors.isEmpty()) {
            throw new AssertionError(method + " " + pathAndQuery + " is not as documented: " + errors);
        }
    }

    private static JsonNode operation(String method, String path) {
        for (Map.Entry<String, JsonNode> template : DOCUMENT.path("paths").properties()) {
            if (path.matches(template.getKey().replaceAll("\\{[a-z]+\\}", "[^/]+"))) {
                return template.getValue().path(method.toLowerCase(Locale.ROOT));
            }
        }
        return JSON.missingNode();
    }

    private static Schema compiled(JsonNode schema) {
        ObjectNode root = schema.deepCopy();
        root.set("components", DOCUMENT.path("components").deepCopy());
        close(root);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }

    /** Permits only the members that are named. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && object.path("type").asText().equals("object")) {
            object.putIfAbsent("additionalProperties", JSON.getNodeFactory().booleanNode(false));
        }
        schema.forEach(DocumentedApi::close);
    }

    private static JsonNode load() {
        try (InputStream resource = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            return JSON.readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
