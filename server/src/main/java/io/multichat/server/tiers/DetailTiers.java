package io.multichat.server.tiers;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.reading.StoredMessage;
import io.multichat.reading.details.MessageDetails;
import io.multichat.reading.details.Reaction;
import io.multichat.reading.details.Versions;
import io.multichat.server.progress.BehindException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks the stores for the reactions to messages and for their versions. A page of messages does not fail because of them: what no store
 * can tell is left out, and the stores that could not tell are named. Thread-safe.
 */
public final class DetailTiers {
    private static final String INCOMPLETE = "does not hold all of it";

    private final StoreChain stores;

    /**
     * @param without the stores that never keep what was asked for
     * @param failed the others that could not tell
     * @param behind true if nobody could tell and a store has not processed yet what is demanded
     */
    private record Told<T>(Optional<T> answer, List<SkippedTier> without, List<SkippedTier> failed, boolean behind) {}

    DetailTiers(StoreChain stores) {
        this.stores = stores;
    }

    /**
     * The details of the messages of a page.
     *
     * @param withVersions true if the versions are requested; a store that keeps none is then named
     */
    public PageDetails of(Conversation conversation, List<StoredMessage> messages, boolean withVersions) {
        if (messages.isEmpty()) {
            return PageDetails.NONE;
        }
        List<MessagePosition> positions =
                messages.stream().map(StoredMessage::position).toList();
        Told<Map<String, List<Reaction>>> reactions =
                ask("reactions", details -> details.reactions(conversation, positions));
        if (!withVersions) {
            return new PageDetails(reactions.answer(), Optional.empty(), reactions.failed(), reactions.behind());
        }
        Told<Map<String, Versions>> versions = ask("revisions", details -> details.versions(conversation, positions));
        List<SkippedTier> skipped = new ArrayList<>(reactions.failed());
        skipped.addAll(versions.without());
        skipped.addAll(versions.failed());
        return new PageDetails(
                reactions.answer(), versions.answer(), List.copyOf(skipped), reactions.behind() || versions.behind());
    }

    private <T> Told<T> ask(String what, Function<MessageDetails, Optional<T>> question) {
        List<SkippedTier> without = new ArrayList<>();
        StoreChain.Asked<T> asked = stores.ask(
                store -> {
                    Optional<MessageDetails> details = store.details();
                    if (details.isEmpty()) {
                        without.add(new SkippedTier(store.name(), "keeps no " + what));
                    }
                    return details.flatMap(question);
                },
                told -> true,
                null);
        List<SkippedTier> failed = new ArrayList<>();
        asked.skipped().forEach(tier -> failed.add(new SkippedTier(tier.tier(), what + ": " + tier.reason())));
        if (asked.answer().isEmpty()) {
            Set<String> cannot = without.stream().map(SkippedTier::tier).collect(Collectors.toSet());
            asked.incomplete().stream()
                    .filter(store -> !cannot.contains(store))
                    .forEach(store -> failed.add(new SkippedTier(store, what + ": " + INCOMPLETE)));
        }
        return new Told<>(
                asked.answer().map(Answer::value), without, failed, asked.failure() instanceof BehindException);
    }
}
