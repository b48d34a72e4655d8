package io.multichat.events.versions;

import io.multichat.events.EventField;
import io.multichat.events.json.JsonField;
import io.multichat.events.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message as every store, answer and export shows it.
 *
 * <p>The author, the time, {@code replyTo} and everything else that identifies the message come from its creation; no edit or
 * delete changes them. Each other field of an edit ({@code text}, {@code parts}, {@code attributes}, unknown fields) replaces the
 * creation's field of the same name; the creation's remaining fields stay. A delete removes the content of the creation.
 * {@code editedAt} and {@code editedBy}, or {@code deletedAt} and {@code deletedBy}, tell when the newest edit or delete was made
 * and by whom. The sender of the edit or delete is absent if it is unknown or has the id of the author.
 *
 * @param event one JSON object in UTF-8 that decodes as the creation of the message; its values are copied byte for byte
 * @param deleted true if the message was deleted
 */
public record ShownMessage(byte[] event, boolean deleted) {
    /** The fields of the creation that no edit or delete changes. */
    private static final Set<String> IDENTITY = names(
            EventField.TYPE,
            EventField.PLATFORM,
            EventField.CHANNEL,
            EventField.THREAD,
            EventField.MESSAGE_ID,
            EventField.EVENT_ID,
            EventField.SENDER,
            EventField.SENT_AT,
            EventField.ORDER,
            EventField.REPLY_TO);

    /** The fields of a deleted message that neither its creation nor its delete contributes. */
    private static final Set<String> REMOVED = names(EventField.TEXT, EventField.PARTS, EventField.EMOJI);

    private static final Set<String> KNOWN = names(EventField.values());

    /**
     * The message that a creation and the newest version form.
     *
     * @param creation the creation
     * @param newest the greatest version; {@code creation} itself if the message was neither edited nor deleted
     */
    public static ShownMessage of(Revision creation, Revision newest) {
        if (newest.isCreation()) {
            return new ShownMessage(newest.value(), false);
        }
        List<JsonField> created = JsonField.of(creation.value());
        List<JsonField> revised = JsonField.of(newest.value());
        String byField = newest.isDelete() ? "deletedBy" : "editedBy";
        Optional<JsonField> by = revisedBy(created, revised);
        List<JsonField> changes = revised.stream()
                .filter(field -> isChange(field, newest.isDelete()))
                .filter(field -> by.isEmpty() || !field.name().equals(byField))
                .toList();
        Set<String> replaced = changes.stream().map(JsonField::name).collect(Collectors.toSet());
        by.ifPresent(sender -> replaced.add(byField));
        Stream<String> kept = created.stream()
                .filter(field -> IDENTITY.contains(field.name())
                        || (!newest.isDelete() && isContent(field) && !replaced.contains(field.name())))
                .map(JsonField::member);
        Stream<String> members = Stream.concat(kept, changes.stream().map(JsonField::member));
        Stream<String> mark = by.stream().map(sender -> "\"" + byField + "\":" + sender.value());
        String event = Stream.concat(members, mark).collect(Collectors.joining(",", "{", "}"));
        return new ShownMessage(event.getBytes(StandardCharsets.UTF_8), newest.isDelete());
    }

    /** True for a field that an edit or a delete contributes. A known field that is null counts as absent. */
    private static boolean isChange(JsonField field, boolean delete) {
        if (KNOWN.contains(field.name()) && field.value().equals("null")) {
            return false;
        }
        EventField time = delete ? EventField.DELETED_AT : EventField.EDITED_AT;
        return field.name().equals(time.wireName())
                || (isContent(field) && !(delete && REMOVED.contains(field.name())));
    }

    private static boolean isContent(JsonField field) {
        return !IDENTITY.contains(field.name())
                && !field.name().equals(EventField.EDITED_AT.wireName())
                && !field.name().equals(EventField.DELETED_AT.wireName());
    }

    /** The sender of an edit or a delete; empty if it has none or if it is the author. */
    private static Optional<JsonField> revisedBy(List<JsonField> created, List<JsonField> revised) {
        Optional<String> author = sender(created).map(ShownMessage::id);
        return sender(revised).filter(by -> !author.equals(Optional.of(id(by))));
    }

    private static Optional<JsonField> sender(List<JsonField> fields) {
        return fields.stream()
                .filter(field -> field.name().equals(EventField.SENDER.wireName()))
                .filter(field -> !field.value().equals("null"))
                .findFirst();
    }

    private static String id(JsonField sender) {
        return StrictJson.tree(sender.json(), sender.valueFrom()).path("id").asText();
    }

    private static Set<String> names(EventField... fields) {
        return Stream.of(fields).map(EventField::wireName).collect(Collectors.toUnmodifiableSet());
    }
}
