package io.multichat.formats.whatsapp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows the header of a message.
 *
 * @param kind what it is
 * @param name the sender, or who joined or left; empty if the line names nobody
 * @param text the text
 */
record Body(Kind kind, Optional<String> name, String text) {
    /** What a body can be. */
    enum Kind {
        MESSAGE,
        JOINED,
        LEFT,
        NOTICE
    }

    /** The colon after the sender is followed by a blank, except before some disappearing messages. */
    private static final Pattern MESSAGE =
            Pattern.compile("(?<name>[^:\"“«]{1,200}):(?: (?<text>.*)|(?<tight>\\S.*)|)", Pattern.DOTALL);

    /** Longer texts cannot be joins or leaves, and would take long to compare. */
    private static final int LONGEST_NOTICE = 1_000;

    private static final Pattern ADDED = Pattern.compile(
            "(?<by>.+) added (?<name>.+?)|(?<self>.+?) (?:joined using (?:this group's|a group|your) (?:invite )?link|was added|joined).*");

    private static final Pattern LEFT =
            Pattern.compile("(?<by>.+) removed (?<name>.+?)|(?<self>.+?) (?:left|was removed).*");

    /** Notices that iPhones write as if they were messages, and the one that also Android writes so. */
    private static final List<Pattern> NOTICES = List.of(
            Pattern.compile(
                    ".*(?:end-to-end encrypt|extremo a extremo|Ende-zu-Ende|bout en bout|ponta a ponta|crittografia end-to-end).*"),
            Pattern.compile(".+ changed (?:their phone number|the subject|this group's|the group|to \\+).*"),
            Pattern.compile(
                    ".*(?:security code|created (?:this )?group|group description|disappearing messages|pinned a message).*"),
            Pattern.compile(
                    "(?:(?:Missed|Silenced) )?(?:voice|video|group|Voice|Video|Group)(?: (?:voice|video))? call\\b.*"),
            Pattern.compile("(?:.+) (?:added|removed) (?:.+)|.+ (?:left|was added|was removed)|.+ joined using .*"),
            // German, French, Spanish, Portuguese, Italian, Dutch; not "has deleted this message".
            Pattern.compile(
                    ".+ (?:hat|hast) (?:(?:die|diese) Gruppe (?:erstellt|verlassen)|.+ (?:hinzugefügt|entfernt))\\.?"
                            + "|.+ (?:a|avez) (?:créé (?:le|ce) groupe|ajouté|retiré|quitté)\\b.*"
                            + "|.+ (?:creó (?:el|este) grupo|añadió a|eliminó a|salió del grupo)\\b.*"
                            + "|.+ (?:criou (?:o|este) grupo|adicionou|saiu)\\b.*"
                            + "|.+ ha (?:creato (?:il|questo) gruppo|aggiunto|rimosso|abbandonato)\\b.*"
                            + "|.+ (?:heeft|hebt) (?:(?:de|deze) groep (?:gemaakt|verlaten)|.+ toegevoegd)\\.?"));

    private static final Pattern ENCRYPTED = NOTICES.get(0);

    /** @param body the rest of the header's line */
    static Body of(String body) {
        Matcher message = MESSAGE.matcher(body);
        if (!message.matches() || message.group("name").isBlank()) {
            return notice(Header.withoutMarks(body));
        }
        String text = Optional.ofNullable(message.group("text"))
                .or(() -> Optional.ofNullable(message.group("tight")))
                .orElse("");
        String bare = Header.withoutMarks(text);
        // WhatsApp marks its own words; the same words of a participant are a message.
        boolean marked = !bare.equals(text);
        if (ENCRYPTED.matcher(bare).matches()
                || (marked
                        && NOTICES.stream().anyMatch(each -> each.matcher(bare).matches()))) {
            return notice(bare);
        }
        return new Body(Kind.MESSAGE, Optional.of(clean(message.group("name"))), bare);
    }

    private static Body notice(String text) {
        if (text.length() > LONGEST_NOTICE) {
            return new Body(Kind.NOTICE, Optional.empty(), text);
        }
        Matcher added = ADDED.matcher(text);
        if (added.matches()) {
            return presence(Kind.JOINED, added, text);
        }
        Matcher left = LEFT.matcher(text);
        return left.matches() ? presence(Kind.LEFT, left, text) : new Body(Kind.NOTICE, Optional.empty(), text);
    }

    private static Body presence(Kind kind, Matcher matcher, String text) {
        Optional<String> name = Optional.ofNullable(matcher.group("name"))
                .or(() -> Optional.ofNullable(matcher.group("self")))
                .map(Body::clean)
                .filter(each -> !each.equalsIgnoreCase("you") && !each.contains(" and ") && !each.contains(","));
        return name.isPresent() ? new Body(kind, name, text) : new Body(Kind.NOTICE, Optional.empty(), text);
    }

    /** The name without marks of the direction of writing. */
    private static String clean(String name) {
        return name.replaceAll("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
    }
}
