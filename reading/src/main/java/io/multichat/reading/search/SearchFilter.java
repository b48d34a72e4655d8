package io.multichat.reading.search;

import io.multichat.events.Sender;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Conditions on the messages that a search may find. A message must meet all of them.
 *
 * @param place where the message is
 * @param sender the id of the message's sender
 * @param role the role of the message's sender
 * @param from the earliest time of the message, inclusive, in UTC milliseconds
 * @param to the latest time of the message, exclusive, in UTC milliseconds
 * @param features what the message must have
 */
public record SearchFilter(
        Place place,
        Optional<String> sender,
        Optional<Sender.Role> role,
        OptionalLong from,
        OptionalLong to,
        Set<SearchFeature> features) {
    /** No conditions. */
    public static final SearchFilter NONE = new SearchFilter(
            Place.ANYWHERE, Optional.empty(), Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Set.of());

    /**
     * Where a message is.
     *
     * @param conversation the key of its conversation
     * @param platform the name of its platform
     */
    public record Place(Optional<String> conversation, Optional<String> platform) {
        /** In any conversation. */
        public static final Place ANYWHERE = new Place(Optional.empty(), Optional.empty());
    }

    public SearchFilter {
        features = Set.copyOf(features);
    }

    /**
     * Both conditions together.
     *
     * @throws IllegalArgumentException if both name a conversation, platform, sender or role, but not the same
     */
    public SearchFilter and(SearchFilter other) {
        Set<SearchFeature> both = EnumSet.noneOf(SearchFeature.class);
        both.addAll(features);
        both.addAll(other.features);
        return new SearchFilter(
                new Place(
                        one("conversation", place.conversation, other.place.conversation),
                        one("platform", place.platform, other.place.platform)),
                one("sender", sender, other.sender),
                one("role", role, other.role),
                from.isPresent() && other.from.isPresent()
                        ? OptionalLong.of(Math.max(from.getAsLong(), other.from.getAsLong()))
                        : from.isPresent() ? from : other.from,
                to.isPresent() && other.to.isPresent()
                        ? OptionalLong.of(Math.min(to.getAsLong(), other.to.getAsLong()))
                        : to.isPresent() ? to : other.to,
                both);
    }

    private static <T> Optional<T> one(String name, Optional<T> first, Optional<T> second) {
        if (first.isPresent() && second.isPresent() && !first.equals(second)) {
            throw new IllegalArgumentException(name + " is given twice, as \"" + first.get() + "\" and as \""
                    + second.get() + "\"; give it once, in q or as a parameter");
        }
        return first.or(() -> second);
    }
}
