package io.multichat.app.command;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that answers like Multichat's, always with the same session of two messages. */
final class StandInServer implements AutoCloseable {
    private static final List<String> EXISTING =
            List.of("slack/general/17", "slack/a%2Fb", "slack/both/1", "slack/both%2F1");

    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final String session;
    private final Javalin server;

    StandInServer(String session) {
        this.session = session;
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/v1/sessions", this::list);
                    config.routes.get("/v1/sessions/{id}", context -> context.json(session));
                    config.routes.get("/v1/sessions/{id}/messages", this::page);
                    config.routes.get("/v1/search", this::search);
                    config.routes.get("/v1/live", this::live);
                })
                .start("127.0.0.1", 0);
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The query strings of all requests for lists, pages and searches. */
    List<String> queries() {
        return queries;
    }

    @Override
    public void close() {
        server.stop();
    }

    private void list(Context context) {
        queries.add(context.queryString());
        if ("1".equals(context.queryParam("limit"))
                && !EXISTING.contains(String.valueOf(context.queryParam("conversation")))) {
            context.json("{\"sessions\":[],\"nextCursor\":null}");
        } else if ("broken".equals(context.queryParam("cursor"))) {
            context.status(400)
                    .json("{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"cursor is \\\"broken\\\"\"}");
        } else if ("end".equals(context.queryParam("cursor"))) {
            context.json("{\"sessions\":[],\"nextCursor\":null}");
        } else {
            context.json("{\"sessions\":[" + session + "],\"nextCursor\":\"next\"}");
        }
    }

    private void page(Context context) {
        queries.add(context.queryString());
        boolean first = context.queryParam("cursor") == null;
        context.json("{\"messages\":[" + message(first ? "one" : "two") + "],\"nextCursor\":"
                + (first ? "\"c1\"" : "null") + "}");
    }

    /** Two streams that end after one event each, as after a lost connection; from then on, no stream. */
    private void live(Context context) {
        String last = context.header("Last-Event-ID");
        queries.add(context.queryString() + " after " + last);
        if ("e2".equals(last)) {
            context.status(404).json("{\"title\":\"Not Found\",\"status\":404,\"detail\":\"the end\"}");
            return;
        }
        String next = last == null ? "e1" : "e2";
        context.contentType("text/event-stream")
                .result("retry: 2000\nid: e0\n\n:\nid: " + next + "\nevent: message.created\ndata: "
                        + "{\"conversation\":\"irc/%23a\",\"sessionId\":null,"
                        + message(next).substring(1) + "\n\n");
    }

    private void search(Context context) {
        queries.add(context.queryString());
        context.json("{\"hits\":[{\"conversation\":{\"platform\":\"irc\",\"channel\":\"#a\"},\"message\":"
                + message("one") + "}],\"nextCursor\":\"0.7\",\"source\":\"sqlite\"}");
    }

    private static String message(String text) {
        return "{\"messageId\":\"m\",\"sentAt\":\"2026-01-31T09:30:00.000Z\",\"order\":1,\"deleted\":false,"
                + "\"event\":{\"sender\":{\"id\":\"u\",\"name\":\"Ada\"},\"text\":\"" + text
                + "\",\"x\" : 1e2, \"x\":2}}";
    }
}
