package io.multichat.server.reply;

import com.fasterxml.jackson.core.JsonGenerator;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.SkippedTier;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes where an answer comes from. */
public final class SourceJson {
    private SourceJson() {}

    /**
     * Writes {@code source}; {@code stalenessMs} if a copy of the state answered; {@code skipped} and {@code skippedReasons} if tiers
     * could not be asked; and {@code "complete":false} if messages are lost.
     */
    public static void write(Answer<?> answer, JsonGenerator generator) throws IOException {
        generator.writeStringField("source", answer.source());
        if (answer.stalenessMs().isPresent()) {
            generator.writeNumberField("stalenessMs", answer.stalenessMs().getAsLong());
        }
        if (!answer.skipped().isEmpty()) {
            writeSkipped(answer.skipped(), generator);
        }
        if (!answer.complete()) {
            generator.writeBooleanField("complete", false);
        }
    }

    private static void writeSkipped(List<SkippedTier> skipped, JsonGenerator generator) throws IOException {
        Map<String, Set<String>> reasons = new LinkedHashMap<>();
        skipped.forEach(tier -> reasons.computeIfAbsent(tier.tier(), any -> new LinkedHashSet<>())
                .add(tier.reason()));
        generator.writeArrayFieldStart("skipped");
        for (String tier : reasons.keySet()) {
            generator.writeString(tier);
        }
        generator.writeEndArray();
        generator.writeObjectFieldStart("skippedReasons");
        for (Map.Entry<String, Set<String>> tier : reasons.entrySet()) {
            generator.writeStringField(tier.getKey(), String.join("; ", tier.getValue()));
        }
        generator.writeEndObject();
    }
}
