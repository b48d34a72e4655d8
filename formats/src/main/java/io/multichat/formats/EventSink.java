package io.multichat.formats;

/** Receives what a reader finds. Called by one thread. */
public interface EventSink {
    /** An event. */
    void event(FileEvent event);

    /** A place that does not become an event. */
    void refused(Refusal refusal);

    /** Something that the source does not say and the reader assumed, as one sentence. The same sentence may come repeatedly. */
    void assumed(String sentence);
}
