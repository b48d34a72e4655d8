package io.multichat.benchmarks.job;

import io.multichat.benchmarks.load.ChatTexts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * How a program writes the messages of one channel into one file.
 *
 * @param format the name of the format
 * @param file the name of the file
 * @param frame what surrounds the messages
 * @param writer writes one message
 */
record ChatFile(String format, String file, Frame frame, MessageWriter writer) {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int SECONDS_BETWEEN_MESSAGES = 5;
    private static final int MEMBERS = 200;

    /**
     * What surrounds the messages of a file.
     *
     * @param head before the first
     * @param separator between two
     * @param tail behind the last
     */
    record Frame(String head, String separator, String tail) {
        static final Frame LINES = new Frame("", "\n", "\n");
    }

    /**
     * A message in no format.
     *
     * @param number from 0
     * @param author the id and name of its sender
     * @param sentAt in whole seconds
     * @param text without line breaks, backslashes and control characters
     */
    record Message(long number, String author, Instant sentAt, String text) {
        /** The text within a JSON string. */
        String json() {
            return text.replace("\"", "\\\"");
        }
    }

    /** Writes a message as a format does. */
    @FunctionalInterface
    interface MessageWriter {
        String write(Message message);
    }

    /** Writes this many messages to a new file in a folder. The same seed yields the same messages in every format. */
    Path write(Path folder, long messages, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ChatTexts texts = new ChatTexts(random);
        Path written = folder.resolve(file);
        try (BufferedWriter out = Files.newBufferedWriter(written, StandardCharsets.UTF_8)) {
            out.write(frame.head());
            for (long i = 0; i < messages; i++) {
                Instant sentAt = START.plusSeconds(i * SECONDS_BETWEEN_MESSAGES);
                // No program keeps the blanks around a text.
                String text = texts.next(random).strip() + ".";
                out.write(i == 0 ? "" : frame.separator());
                out.write(writer.write(new Message(i, "user" + random.nextInt(MEMBERS), sentAt, text)));
            }
            out.write(frame.tail());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }
}
