package io.multichat.app.settings.kind;

import io.multichat.events.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A comma-separated list of distinct input topics, none of which Multichat writes itself. */
public record TopicListKind() implements ValueKind<List<String>> {
    private static final Set<String> OUTPUTS = Set.of(Topics.TRANSCRIPT, Topics.SESSIONS, Topics.DEAD_LETTERS);

    @Override
    public List<String> parse(String text) {
        List<String> topics = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(PatternKind.NAME::parse)
                .toList();
        if (Set.copyOf(topics).size() < topics.size() || topics.stream().anyMatch(OUTPUTS::contains)) {
            throw new IllegalArgumentException("twice, or an output");
        }
        return topics;
    }

    @Override
    public String rule() {
        return "a comma-separated list of distinct topic names, without the topics that Multichat writes";
    }
}
