package io.multichat.topology.state.layers;

/** A kind of record in the state of a partition. The keys of each kind begin with a byte of its own. */
public enum StateKind {
    BOUNDARY('b'),
    CONVERSATION('c'),
    DELETED_SESSION('d'),
    ERASED_PARTICIPANT('e'),
    HOLD('h'),
    LEDGER('l'),
    PARTICIPANTS('p'),
    PAST_SESSION('s'),
    TIMER('t');

    private final byte prefix;

    StateKind(char prefix) {
        this.prefix = (byte) prefix;
    }

    byte prefix() {
        return prefix;
    }
}
