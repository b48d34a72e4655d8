package io.multichat.topology.settings;

/**
 * The names of stores and nodes. They are part of a deployment: changelog topics are named after stores, so renaming a store
 * loses its state.
 */
public final class Names {
    /** Store: everything except the identities, see {@code TopologyState}. */
    public static final String STATE = "state";
    /** Store: the identities of accepted events, see {@code IdentityStore}. */
    public static final String IDENTITIES = "identities";
    /** Store: edits and deletes that wait for their message, see {@code WaitingStore}. */
    public static final String WAITING = "waiting";
    /** Store that holds nothing and signals commits, see {@code CommitSignal}. */
    public static final String COMMITS = "commits";

    /** Node: reads the input topics. */
    public static final String ARRIVALS = "arrivals";
    /** Node: checks each record and sends it to its conversation's partition. */
    public static final String ROUTE = "route";
    /** Node: events that arrived on another partition; also the name of the repartition topic that brings them home. */
    public static final String AWAY = "away";
    /** Node: events from both paths, on their conversation's partition. */
    public static final String ON_PARTITION = "on-partition";
    /** Node: places events in sessions. */
    public static final String SESSIONS = "sessions";
    /** Node: writes {@code chat-transcript}. */
    public static final String TO_TRANSCRIPT = "to-transcript";
    /** Node: writes {@code chat-sessions}. */
    public static final String TO_SNAPSHOTS = "to-snapshots";
    /** Node: writes records refused by {@link #ROUTE} to {@code chat-dead-letters}. */
    public static final String REFUSED_ARRIVALS = "refused-arrivals";
    /** Node: writes events refused by {@link #SESSIONS} to {@code chat-dead-letters}. */
    public static final String REFUSED_EVENTS = "refused-events";

    private Names() {}

    /** The topic that brings events to their conversation's partition. */
    public static String repartitionTopic(String applicationId) {
        return applicationId + "-" + AWAY + "-repartition";
    }

    /** The changelog topic of a store. */
    public static String changelogTopic(String applicationId, String store) {
        return applicationId + "-" + store + "-changelog";
    }
}
