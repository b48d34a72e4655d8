package io.multichat.benchmarks.competitor;

import java.util.Optional;
import java.util.regex.Pattern;

/** The application of a competitor, as its process measures it. */
public interface Application extends AutoCloseable {
    /** Starts the application; returns at once. */
    void start();

    /** The state that was restored, once the application reads its input; empty before. */
    Optional<Restored> running();

    /** Number of records processed since the start. Cheap. */
    long processed();

    /** Matches the names of the threads that process records. */
    Pattern workers();

    /** The cause that stopped the application; empty while it runs. */
    Optional<Throwable> failure();

    /** True while changes of sessions wait to be announced. Those announcements are part of the work. */
    boolean hasPendingAnnouncements();

    /** The work since the start. The application may stop processing for it. */
    CompetitorReport report();

    @Override
    void close();
}
