package io.multichat.server.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The events in the body of a request: one JSON object, an array of them, or one on each line; may be compressed with gzip. Other
 * content types are refused, because a browser sends some of them from any web page without asking.
 */
public final class EventBody {
    /** The maximum size of a body, as it is sent and after decompression. */
    public static final int MAX_BYTES = 8 << 20;

    /** What a client is told whose body is larger. */
    public static final String TOO_LARGE =
            "the body has more than " + MAX_BYTES + " bytes; send fewer events at a time";

    /** The maximum number of events in a body. */
    public static final int MAX_EVENTS = 10_000;

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    private EventBody() {}

    /**
     * Reads the events, each as the bytes that were sent.
     *
     * @throws IllegalArgumentException if the body cannot be separated into events
     * @throws io.javalin.http.HttpResponseException 413 if it is too large, 415 if it is of another type
     */
    public static List<byte[]> read(Context context) {
        String type = Optional.ofNullable(context.contentType())
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean isLines = LINES.contains(type);
        if (!isLines && !type.equals("application/json")) {
            throw new UnsupportedMediaTypeResponse("the content type is \"" + ShownValue.of(type)
                    + "\"; send application/json or application/x-ndjson");
        }
        byte[] body = bytes(context);
        List<byte[]> events = isLines ? lines(body) : values(body);
        if (events.isEmpty()) {
            throw new IllegalArgumentException(
                    "the body is empty; send an event, an array of events or lines of events");
        }
        return events;
    }

    private static byte[] bytes(Context context) {
        String encoding = Optional.ofNullable(context.header("Content-Encoding"))
                .orElse("identity")
                .toLowerCase(Locale.ROOT);
        if (!encoding.equals("gzip") && !encoding.equals("identity")) {
            throw new UnsupportedMediaTypeResponse(
                    "the content encoding is \"" + ShownValue.of(encoding) + "\"; send gzip or none");
        }
        try (InputStream sent = context.req().getInputStream();
                InputStream plain = encoding.equals("gzip") ? new GZIPInputStream(sent) : sent) {
            byte[] bytes = plain.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ContentTooLargeResponse(TOO_LARGE);
            }
            return bytes;
        } catch (ZipException e) {
            throw new IllegalArgumentException("the body is not gzip: " + e.getMessage(), e);
        } catch (EOFException e) {
            throw new IllegalArgumentException("the compressed body ends early; send all of it", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the body cannot be read; send it again", e);
        }
    }

    private static List<byte[]> lines(byte[] body) {
        List<byte[]> events = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                add(events, body, start, i);
                start = i + 1;
            }
        }
        return events;
    }

    /** The value itself, or the elements of an array. A value that is not JSON is one event, whose decoding will name the error. */
    private static List<byte[]> values(byte[] body) {
        List<byte[]> events = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                add(events, body, 0, body.length);
                return events;
            }
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == null) {
                    throw new IllegalArgumentException("the array in the body does not end");
                }
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                add(events, body, start, (int) parser.currentLocation().getByteOffset());
            }
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("the body has something after the array");
            }
            return events;
        } catch (JsonProcessingException e) {
            if (events.isEmpty()) {
                add(events, body, 0, body.length);
                return events;
            }
            throw new IllegalArgumentException("the array in the body is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a range as an event, unless it is blank. */
    private static void add(List<byte[]> events, byte[] body, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && body[start] <= ' ' && body[start] >= 0) {
            start++;
        }
        while (end > start && body[end - 1] <= ' ' && body[end - 1] >= 0) {
            end--;
        }
        if (start < end) {
            if (events.size() == MAX_EVENTS) {
                throw new ContentTooLargeResponse(
                        "the body has more than " + MAX_EVENTS + " events; send fewer at a time");
            }
            events.add(Arrays.copyOfRange(body, start, end));
        }
    }
}
