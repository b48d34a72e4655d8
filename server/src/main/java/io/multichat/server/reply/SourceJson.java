package io.multichat.server.reply;

import com.fasterxml.jackson.core.JsonGenerator;
import io.multichat.server.tiers.Answer;
import java.io.IOException;

/** Writes where an answer comes from. */
public final class SourceJson {
    private SourceJson() {}

    /**
     * Writes {@code source}; {@code stalenessMs} if a copy of the state answered; {@code skipped} if tiers could not be asked; and
     * {@code "complete":false} if messages are lost.
     */
    public static void write(Answer<?> answer, JsonGenerator generator) throws IOException {
        generator.writeStringField("source", answer.source());
        if (answer.stalenessMs().isPresent()) {
            generator.writeNumberField("stalenessMs", answer.stalenessMs().getAsLong());
        }
        if (!answer.skipped().isEmpty()) {
            generator.writeArrayFieldStart("skipped");
            for (String tier : answer.skipped()) {
                generator.writeString(tier);
            }
            generator.writeEndArray();
        }
        if (!answer.complete()) {
            generator.writeBooleanField("complete", false);
        }
    }
}
