package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.EventEncoder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decoder and the schema agree on every golden sample that a schema can judge. */
class SchemaSamplesTest {
    /** A schema sees values rather than bytes, so it cannot detect repeated names, escapes or nesting depth. */
    private static final Set<RejectReason> BEYOND_A_SCHEMA =
            Set.of(RejectReason.DUPLICATE_FIELD, RejectReason.UNPAIRED_SURROGATE, RejectReason.TOO_DEEP);

    /**
     * Invalid samples that a schema accepts: it counts characters instead of bytes, knows neither calendar nor offsets, takes
     * 1.0 and 1e3 for integers, and does not look into objects of any shape. No sample covers a time in the future
     * ({@code clock.skew.max}) or an event that is too large, since both depend on the deployment.
     */
    private static final Set<String> ALSO_BEYOND = Set.of(
            "invalid-value--message-id-of-514-bytes-and-257-characters.json",
            "invalid-value--conversation-key-too-long.json",
            "invalid-value--time-no-leap-year.json",
            "invalid-value--number-beyond-a-double.json",
            "time-out-of-range--before-1970-by-its-offset.json",
            "time-out-of-range--after-9999-by-its-offset.json",
            "wrong-type--order-with-a-point.json",
            "wrong-type--order-with-an-exponent.json");

    private static final Schema SCHEMA = Schemas.load("chat-event.schema.json");

    @ParameterizedTest
    @MethodSource("valid")
    void aValidSampleIsAcceptedByBoth(Path sample) throws IOException {
        byte[] value = Files.readAllBytes(sample);

        ChatEvent event = new EventDecoder().decode(value);

        assertThat(new EventDecoder().decode(new EventEncoder().encode(event))).isEqualTo(event);
        assertThat(Schemas.objections(SCHEMA, value)).hasValue(List.of());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidSampleIsRefusedByBothForTheReasonInItsName(Path sample) throws IOException {
        byte[] value = Files.readAllBytes(sample);
        RejectReason reason = reason(sample);

        Optional<List<Error>> objections = Schemas.objections(SCHEMA, value);

        assertThat(Rejections.of(value)).isEqualTo(reason);
        if (reason == RejectReason.NOT_JSON) {
            return; // how the library parses bytes does not matter here
        }
        boolean refused = objections.filter(errors -> !errors.isEmpty()).isPresent();
        assertThat(refused)
                .as("refused by the schema: %s", objections)
                .isNotEqualTo(BEYOND_A_SCHEMA.contains(reason)
                        || ALSO_BEYOND.contains(sample.getFileName().toString()));
    }

    @Test
    void everyReasonThatADecoderCanGiveHasASample() throws Exception {
        assertThat(invalid().map(SchemaSamplesTest::reason).distinct())
                .containsExactlyInAnyOrder(
                        RejectReason.NOT_JSON,
                        RejectReason.NOT_AN_OBJECT,
                        RejectReason.MISSING_FIELD,
                        RejectReason.WRONG_TYPE,
                        RejectReason.INVALID_VALUE,
                        RejectReason.DUPLICATE_FIELD,
                        RejectReason.UNPAIRED_SURROGATE,
                        RejectReason.TIME_OUT_OF_RANGE,
                        RejectReason.TOO_DEEP);
    }

    static Stream<Path> valid() throws IOException, URISyntaxException {
        return samples("/samples/valid");
    }

    static Stream<Path> invalid() throws IOException, URISyntaxException {
        return samples("/samples/invalid");
    }

    private static Stream<Path> samples(String folder) throws IOException, URISyntaxException {
        Path path = Path.of(SchemaSamplesTest.class.getResource(folder).toURI());
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().toList().stream();
        }
    }

    private static RejectReason reason(Path sample) {
        String code = sample.getFileName().toString().split("--")[0];
        return RejectReason.ofCode(code).orElseThrow(() -> new AssertionError("not named after a reason: " + sample));
    }
}
