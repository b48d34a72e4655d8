package io.multichat.server.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.Parameters;
import java.util.Optional;

/** The web page: its document, and the files that the document loads. They hold no data, so everyone may read them. */
public final class PageResource {
    /** Nothing but the files of the page and the API beside them: no inline script or style, and no markup made from text. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    private final PageFiles files = new PageFiles();

    /** {@code GET /}: the document. */
    public void document(Context context, Parameters none) {
        context.header("Content-Security-Policy", POLICY);
        send(context, "index.html");
    }

    /** {@code GET /page/{file}} and {@code GET /page/{folder}/{file}}: a file of the page. */
    public void file(Context context, Parameters none) {
        String folder = context.pathParamMap().containsKey("folder") ? context.pathParam("folder") + "/" : "";
        send(context, folder + context.pathParam("file"));
    }

    /** Browsers keep the files and ask whether they have changed. */
    private void send(Context context, String name) {
        Optional<PageFile> file = files.find(name);
        if (file.isEmpty()) {
            Problems.send(context, HttpStatus.NOT_FOUND, "the page has no such file");
            return;
        }
        context.header("Cache-Control", "no-cache");
        context.header("ETag", file.get().tag());
        if (file.get().tag().equals(context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.contentType(file.get().type()).result(file.get().content());
        }
    }
}
