package io.multichat.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the texts of messages from answers. */
public final class MessagePages {
    private MessagePages() {}

    /**
     * The texts of all messages, page by page.
     *
     * @param path with at least one parameter, but without a cursor
     */
    public static List<String> walk(RunningServer server, String path) throws Exception {
        List<String> walked = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = RunningServer.json(server.get(path + "&cursor=" + cursor));
            walked.addAll(texts(page));
            cursor = page.path("nextCursor").textValue();
        }
        return walked;
    }

    /** The texts of the messages in an answer. */
    public static List<String> texts(JsonNode answer) {
        List<String> texts = new ArrayList<>();
        answer.path("messages")
                .forEach(message -> texts.add(message.at("/event/text").asText()));
        return texts;
    }
}
