package io.multichat.formats.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Content;
import io.multichat.formats.found.TypedContent;
import io.multichat.formats.json.JsonFields;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the content of a message. */
final class MatrixContent {
    private static final Set<String> READ =
            Set.of("body", "m.relates_to", "m.new_content", "url", "file", "info", "filename");

    /** The quote with which old clients begin the text of a reply. Possessive, because a repeated group needs the stack otherwise. */
    private static final Pattern QUOTE = Pattern.compile("> <[^>]*+>.*\\n(?:>.*\\n)*+\\n?");

    private MatrixContent() {}

    /** @param relation what the message relates to; missing if to nothing */
    static Content of(JsonNode content, JsonNode relation) {
        Optional<String> replyTo = JsonFields.text(relation.path("m.in_reply_to"), "event_id")
                .or(() -> JsonFields.text(relation, "event_id"));
        TypedContent said = new TypedContent(relation.path("missing"));
        JsonFields.text(content, "body").ifPresent(body -> said.addText(withoutQuote(body, replyTo.isPresent())));
        if (content.has("url") || content.has("file")) {
            said.add("attachment", content.deepCopy());
        }
        return said.content(replyTo, JsonFields.rest(MatrixFormat.NAME, content, READ));
    }

    private static String withoutQuote(String body, boolean isReply) {
        Matcher quote = QUOTE.matcher(body);
        return isReply && quote.lookingAt() ? body.substring(quote.end()) : body;
    }
}
