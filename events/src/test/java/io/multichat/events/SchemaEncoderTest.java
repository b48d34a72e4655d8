package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.codec.SnapshotEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SchemaEncoderTest {
    private static final Schema EVENT = Schemas.load("chat-event.schema.json");
    private static final Schema SNAPSHOT = Schemas.load("session-snapshot.schema.json");

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anEncodedEventFollowsTheSchema(@ForAll("events") ChatEvent event) throws IOException {
        assertThat(Schemas.objections(EVENT, new EventEncoder().encode(event))).hasValue(List.of());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anEncodedSnapshotFollowsTheSchema(@ForAll("snapshots") SessionSnapshot snapshot) throws IOException {
        assertThat(Schemas.objections(SNAPSHOT, new SnapshotEncoder().encode(snapshot)))
                .hasValue(List.of());
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void aSnapshotWithoutARequiredFieldViolatesTheSchema(@ForAll("snapshots") SessionSnapshot snapshot)
            throws IOException {
        String json = new String(new SnapshotEncoder().encode(snapshot), StandardCharsets.UTF_8);

        for (String field : List.of("sessionId", "state", "messages", "gap", "generation")) {
            byte[] damaged = json.replace("\"" + field + "\":", "\"x\":").getBytes(StandardCharsets.UTF_8);

            assertThat(Schemas.objections(SNAPSHOT, damaged).orElseThrow())
                    .as(field)
                    .isNotEmpty();
        }
    }

    @Test
    void theSchemaDescribesTheFieldsThatTheDecoderKnows() {
        List<String> described = new ArrayList<>();
        EVENT.getSchemaNode().get("properties").fieldNames().forEachRemaining(described::add);

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventField.values())
                        .map(EventField::wireName)
                        .toList());
    }

    @Provide
    Arbitrary<ChatEvent> events() {
        return AnyEvent.events();
    }

    @Provide
    Arbitrary<SessionSnapshot> snapshots() {
        return AnySnapshot.snapshots();
    }
}
