package io.multichat.jobs.erase.plan;

import io.multichat.events.SessionId;
import io.multichat.reading.erase.Person;
import java.util.List;
import java.util.Optional;

/**
 * What a user wants to be erased.
 *
 * @param person whose content is erased; empty to delete sessions
 * @param sessions the sessions to delete; empty to erase a person
 * @param reason why, which is kept in the commands and the receipt
 */
public record ErasureRequest(Optional<Person> person, List<SessionId> sessions, Optional<String> reason) {
    /** The erasure of a person. */
    public static ErasureRequest of(Person person, Optional<String> reason) {
        return new ErasureRequest(Optional.of(person), List.of(), reason);
    }

    /** The deletion of sessions. */
    public static ErasureRequest of(List<SessionId> sessions, Optional<String> reason) {
        return new ErasureRequest(Optional.empty(), List.copyOf(sessions), reason);
    }
}
