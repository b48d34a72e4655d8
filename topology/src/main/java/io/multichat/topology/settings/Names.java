package io.multichat.topology.settings;

/**
 * The names of stores and nodes. They are part of the deployment: stores name changelog topics, so a changed name loses
 * state.
 */
public final class Names {
    /** Store: conversation to its newest session, see {@code ConversationStore}. */
    public static final String CONVERSATIONS = "conversations";
    /** Store: all sessions but the newest of each conversation, see {@code PastSessionStore}. */
    public static final String PAST_SESSIONS = "past-sessions";
    /** Store: instants that no session crosses, see {@code BoundaryStore}. */
    public static final String BOUNDARIES = "boundaries";
    /** Store: the events that were accepted, see {@code IdentityStore}. */
    public static final String IDENTITIES = "identities";
    /** Store that holds nothing and tells the others of commits, see {@code CommitSignal}. */
    public static final String COMMITS = "commits";
    /** Store: who took part in a session, see {@code ParticipantStore}. */
    public static final String PARTICIPANTS = "participants";
    /** Store: what is to be done when, see {@code TimerStore}. */
    public static final String TIMERS = "timers";
    /** Store: edits and deletes of messages that have not come, see {@code WaitingStore}. */
    public static final String WAITING = "waiting";
    /** Store: what became of the records of each source partition, see {@code RecordLedgerStore}. */
    public static final String ACCOUNTS = "accounts";

    /** Node: everything that arrives. */
    public static final String ARRIVALS = "arrivals";
    /** Node: checks an event and sends it to its conversation's home. */
    public static final String ROUTE = "route";
    /** Node: events that arrived elsewhere; also the name of the repartition topic that takes them home. */
    public static final String AWAY = "away";
    /** Node: events of both ways, on the partition of their conversation. */
    public static final String ON_PARTITION = "on-partition";
    /** Node: places events in sessions. */
    public static final String SESSIONS = "sessions";
    /** Node: writes {@code chat-transcript}. */
    public static final String TO_TRANSCRIPT = "to-transcript";
    /** Node: writes {@code chat-sessions}. */
    public static final String TO_SNAPSHOTS = "to-snapshots";
    /** Node: writes what {@link #ROUTE} refused to {@code chat-dead-letters}. */
    public static final String REFUSED_ARRIVALS = "refused-arrivals";
    /** Node: writes what {@link #SESSIONS} refused to {@code chat-dead-letters}. */
    public static final String REFUSED_EVENTS = "refused-events";

    private Names() {}

    /** The topic that takes events to the partition of their conversation. */
    public static String repartitionTopic(String applicationId) {
        return applicationId + "-" + AWAY + "-repartition";
    }

    /** The changelog topic of a store. */
    public static String changelogTopic(String applicationId, String store) {
        return applicationId + "-" + store + "-changelog";
    }
}
