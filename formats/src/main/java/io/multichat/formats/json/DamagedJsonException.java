package io.multichat.formats.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** A file is not JSON from some place on. The message says where and why, in one line. */
public final class DamagedJsonException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param cause the parser's error; its own message has several lines */
    DamagedJsonException(JsonProcessingException cause) {
        super("not valid JSON" + place(cause) + ": " + firstLine(cause.getOriginalMessage()), cause);
    }

    private static String place(JsonProcessingException cause) {
        return cause.getLocation() == null
                ? ""
                : " at line " + cause.getLocation().getLineNr() + ", column "
                        + cause.getLocation().getColumnNr();
    }

    /** Without the addition about where an unclosed object began, which names the parser's source. */
    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("unknown error");
        int addition = line.indexOf(" (start marker");
        return (addition < 0 ? line : line.substring(0, addition)).strip();
    }
}
