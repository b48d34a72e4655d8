package io.multichat.server.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.events.DeadLetter;
import io.multichat.events.RejectReason;
import io.multichat.events.text.Rfc3339;
import io.multichat.reading.StoreException;
import io.multichat.reading.letters.DeadLetterCursor;
import io.multichat.reading.letters.DeadLetterId;
import io.multichat.reading.letters.DeadLetterPage;
import io.multichat.reading.letters.DeadLetterReader;
import io.multichat.reading.letters.DeadLetterRequest;
import io.multichat.reading.letters.StoredDeadLetter;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.JsonPiece;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.PageBody;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.TiersUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Dead letters: the records that the topology refused. */
public final class DeadLettersResource {
    public static final List<String> PARAMETERS = List.of("reason", "from", "cursor", "limit");

    private final DeadLetterReader letters;

    public DeadLettersResource(DeadLetterReader letters) {
        this.letters = letters;
    }

    /** {@code GET /v1/dead-letters?reason=&from=&cursor=&limit=}: newest first, with the beginning of each value. */
    public void letters(Context context, Parameters parameters) {
        DeadLetterRequest request = new DeadLetterRequest(
                parameters.text("reason").map(code -> Parameters.parsed("reason", code, DeadLettersResource::reason)),
                parameters.time("from"),
                parameters.cursor(DeadLetterCursor::parse),
                parameters.limit(DeadLetterRequest.MAX_LIMIT));
        DeadLetterPage page = read(() -> letters.page(request));
        AnswerMemory.shrink(
                context,
                page.letters().stream().mapToLong(DeadLettersResource::memory).sum());
        JsonReply.send(
                context,
                new PageBody<>(
                        "deadLetters",
                        page.letters(),
                        DeadLettersResource::write,
                        generator -> generator.writeStringField(
                                "nextCursor",
                                page.next().map(DeadLetterCursor::toString).orElse(null))));
    }

    /** {@code GET /v1/dead-letters/{id}}: one letter with its whole value. */
    public void letter(Context context, Parameters none) {
        String text = context.pathParam("id");
        DeadLetterId id = Parameters.parsed("id", text, DeadLetterId::parse);
        Optional<StoredDeadLetter> letter = read(() -> letters.letter(id));
        if (letter.isEmpty()) {
            Problems.send(context, HttpStatus.NOT_FOUND, "no dead letter " + id);
            return;
        }
        AnswerMemory.shrink(context, memory(letter.get()));
        JsonPiece json = new JsonPiece();
        try {
            write(letter.get(), json);
            JsonReply.send(context, json.take());
        } catch (IOException e) {
            throw new IllegalStateException("JSON in memory cannot be written", e);
        }
    }

    private static <T> T read(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreException e) {
            throw new TiersUnavailableException(e.getMessage(), e);
        }
    }

    private static void write(StoredDeadLetter stored, JsonPiece json) throws IOException {
        DeadLetter letter = stored.letter();
        JsonGenerator generator = json.generator();
        generator.writeStartObject();
        generator.writeStringField("id", stored.id().toString());
        generator.writeStringField("time", Rfc3339.format(letter.time()));
        generator.writeStringField("reason", letter.reason().code());
        generator.writeStringField("detail", letter.detail());
        generator.writeObjectFieldStart("source");
        generator.writeStringField("topic", letter.source().topic());
        generator.writeNumberField("partition", letter.source().partition());
        generator.writeNumberField("offset", letter.source().offset());
        generator.writeEndObject();
        generator.writeStringField(
                "key", stored.key().map(DeadLettersResource::text).orElse(null));
        generator.writeStringField(
                "value", stored.value().map(DeadLettersResource::text).orElse(null));
        generator.writeNumberField("valueBytes", stored.valueBytes());
        if (letter.sha256().isPresent()) {
            generator.writeStringField("sha256", letter.sha256().get());
        }
        generator.writeEndObject();
    }

    /** The memory that a letter and its JSON take in an answer, bytes: a control character takes six in JSON. */
    private static long memory(StoredDeadLetter stored) {
        long key = stored.key().map(bytes -> bytes.length).orElse(0);
        long value = stored.value().map(bytes -> bytes.length).orElse(0);
        return AnswerMemory.SNAPSHOT_BYTES + (key + value) * 7;
    }

    /** The bytes as text; what is not UTF-8 becomes the replacement character. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static RejectReason reason(String code) {
        return RejectReason.ofCode(code)
                .orElseThrow(() -> new IllegalArgumentException("it must be a reason such as missing-field"));
    }
}
