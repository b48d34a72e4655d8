package io.multichat.jobs.imports.read;

import io.multichat.formats.EventPlace;
import io.multichat.formats.Refusal;
import io.multichat.jobs.imports.source.ImportException;
import io.multichat.jobs.imports.source.ImportFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Collects what the user must know about the reading of files: formats, assumptions and refusals. Thread-safe. */
public final class ReadingNotes {
    /** Enough to find the cause; memory must stay bounded. */
    private static final int MAX_KEPT = 20;

    private static final int MAX_ASSUMPTIONS = 100;

    private final Consumer<Refusal> rejects;
    private final Set<String> formats = new LinkedHashSet<>();
    private final Set<String> assumed = new LinkedHashSet<>();
    private final List<Refusal> first = new ArrayList<>();
    private long refused;

    /** @param rejects receives every refusal, one at a time */
    public ReadingNotes(Consumer<Refusal> rejects) {
        this.rejects = rejects;
    }

    /** A file is read in this format. */
    synchronized void format(String name) {
        formats.add(name);
    }

    /** Something that a reader assumed, as a sentence. */
    public synchronized void assumed(String sentence) {
        if (assumed.size() < MAX_ASSUMPTIONS) {
            assumed.add(sentence);
        }
    }

    /** A place that does not become an event. */
    public synchronized void refused(Refusal refusal) {
        refused++;
        if (first.size() < MAX_KEPT) {
            first.add(refusal);
        }
        rejects.accept(refusal);
    }

    /** A file that cannot be read, or not to its end. */
    void refused(ImportFile file, ImportException problem) {
        refused(new Refusal(EventPlace.whole(file.name()), problem.getMessage()));
    }

    /** Everything so far. */
    public synchronized ReadingReport report() {
        return new ReadingReport(List.copyOf(formats), List.copyOf(assumed), refused, List.copyOf(first));
    }
}
