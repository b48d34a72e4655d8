package io.multichat.app.command.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints dead letters for people. */
public record DeadLetterText(PrintWriter out, TimeText times) {
    private static final int VALUE_COLUMNS = 80;

    /** Prints a letter on one line: id, time, reason, detail and the beginning of the value. */
    public void line(JsonNode letter) {
        String value = SessionListText.text(letter, "value");
        out.println(String.format(
                Locale.ROOT,
                "%-12s  %s  %-16s  %s%s",
                SessionListText.text(letter, "id"),
                times.full(letter, "time"),
                SessionListText.text(letter, "reason"),
                SessionListText.text(letter, "detail"),
                value.isEmpty() ? "" : ": " + Columns.cut(value, VALUE_COLUMNS)));
    }

    /** Prints everything about a letter. */
    public void whole(JsonNode letter) {
        JsonNode source = letter.path("source");
        out.println("id      " + SessionListText.text(letter, "id"));
        out.println("time    " + times.full(letter, "time"));
        out.println("reason  " + SessionListText.text(letter, "reason"));
        out.println("detail  " + SessionListText.text(letter, "detail"));
        out.println("source  " + SessionListText.text(source, "topic") + ", partition "
                + source.path("partition").asText() + ", offset "
                + source.path("offset").asText());
        out.println("key     " + SessionListText.text(letter, "key"));
        out.println("value   " + letter.path("valueBytes").asText() + " bytes"
                + (letter.has("sha256") ? ", the beginning of a larger value" : ""));
        out.println();
        out.println(Printable.lines(letter.path("value").asText("")));
    }
}
