package io.multichat.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Validates values against the published schemas as any JSON Schema library would. */
final class Schemas {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Schemas() {}

    static Schema load(String resource) {
        try (InputStream schema = Schemas.class.getResourceAsStream(resource)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The errors that the schema finds; empty if the value is not JSON and so cannot be validated. */
    static Optional<List<Error>> objections(Schema schema, byte[] value) throws IOException {
        try {
            return Optional.of(schema.validate(JSON.readTree(value)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
