package io.multichat.jobs.imports.journal;

import io.multichat.events.hash.Sha256;
import io.multichat.formats.ChatFormat;
import io.multichat.jobs.imports.read.ImportRequest;
import io.multichat.jobs.imports.source.FileListing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells imports apart: two with the same identity read the same events in the same order. */
public final class ImportIdentity {
    private ImportIdentity() {}

    /**
     * The identity of an import.
     *
     * @param listings of the files of the request
     * @param topicId identifies the topic to which the events are published
     * @return a hash; empty if one of the files is a stream, which cannot be read again
     */
    public static Optional<String> of(ImportRequest request, List<FileListing> listings, String topicId) {
        List<String> facts = new ArrayList<>();
        facts.add(Optional.ofNullable(ImportIdentity.class.getPackage().getImplementationVersion())
                .orElse("development"));
        facts.add(topicId);
        facts.add(request.format().map(ChatFormat::name).orElse(""));
        facts.add(request.options().toString());
        for (int i = 0; i < listings.size(); i++) {
            if (listings.get(i).fingerprint().isEmpty()) {
                return Optional.empty();
            }
            facts.add(request.files().get(i).name());
            facts.add(listings.get(i).fingerprint().get());
        }
        return Optional.of(Sha256.ofBytes(String.join("\n", facts).getBytes(StandardCharsets.UTF_8)));
    }
}
